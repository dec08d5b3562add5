//! Numbers in Han numerals.

/// What a Han numeral adds to a number.
enum Numeral {
    Digit(u32),
    /// Ten, a hundred or a thousand of what stands before it.
    Scale(u32),
    Twenty,
}

#[inline]
fn numeral(c: char) -> Option<Numeral> {
    Some(match c {
        '〇' | '零' | '○' => Numeral::Digit(0),
        '一' | '元' => Numeral::Digit(1),
        '二' | '两' | '兩' => Numeral::Digit(2),
        '三' => Numeral::Digit(3),
        '四' => Numeral::Digit(4),
        '五' => Numeral::Digit(5),
        '六' => Numeral::Digit(6),
        '七' => Numeral::Digit(7),
        '八' => Numeral::Digit(8),
        '九' => Numeral::Digit(9),
        '十' => Numeral::Scale(10),
        '百' => Numeral::Scale(100),
        '千' => Numeral::Scale(1000),
        '廿' => Numeral::Twenty,
        _ => return None,
    })
}

/// Whether a number in Han numerals may begin with a character.
#[inline]
pub(super) fn is_numeral(c: char) -> bool {
    numeral(c).is_some()
}

/// A number in Han numerals: value, how many digits a year of them has, length in bytes.
pub(super) fn read(text: &str) -> Option<(u32, usize, usize)> {
    let (mut total, mut current, mut digits, mut length) = (0_u32, 0_u32, 0, 0);
    let mut placed = false;
    for c in text.chars().take(8) {
        let Some(numeral) = numeral(c) else { break };
        length += c.len_utf8();
        match numeral {
            Numeral::Digit(value) => {
                current = if placed {
                    value
                } else {
                    current.checked_mul(10)?.checked_add(value)?
                };
                digits += 1;
            }
            Numeral::Scale(scale) => {
                total = total.checked_add(current.max(1).checked_mul(scale)?)?;
                current = 0;
                placed = true;
            }
            Numeral::Twenty => {
                total += 20;
                placed = true;
            }
        }
    }
    let value = total.checked_add(current)?;
    (length > 0).then_some((value, if placed { 2 } else { digits }, length))
}
