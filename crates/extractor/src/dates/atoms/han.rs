//! Numbers in Han numerals.

/// Whether a number in Han numerals may begin with a character.
#[inline]
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '○'
            | '一'
            | '元'
            | '二'
            | '两'
            | '兩'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '廿'
    )
}

/// A number in Han numerals: value, how many digits a year of them has, length in bytes.
pub(super) fn read(text: &str) -> Option<(u32, usize, usize)> {
    let (mut total, mut current, mut digits, mut length) = (0_u32, 0_u32, 0, 0);
    let mut placed = false;
    for c in text.chars().take(8) {
        let value = match c {
            '〇' | '零' | '○' => 0,
            '一' | '元' => 1,
            '二' | '两' | '兩' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            '九' => 9,
            '十' | '百' | '千' => {
                let scale = match c {
                    '十' => 10,
                    '百' => 100,
                    _ => 1000,
                };
                total = total.checked_add(current.max(1).checked_mul(scale)?)?;
                current = 0;
                placed = true;
                length += c.len_utf8();
                continue;
            }
            '廿' => {
                total += 20;
                placed = true;
                length += c.len_utf8();
                continue;
            }
            _ => break,
        };
        current = if placed {
            value
        } else {
            current.checked_mul(10)?.checked_add(value)?
        };
        digits += 1;
        length += c.len_utf8();
    }
    let value = total.checked_add(current)?;
    (length > 0).then_some((value, if placed { 2 } else { digits }, length))
}
