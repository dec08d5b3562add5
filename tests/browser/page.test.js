// Opens the HTML page of every event of the corpora, and of hostile articles, in a real browser.
//
//   npm ci && npm test
//
// PARALLAX names the program, CHROMIUM the browser, SHOTS a folder for pictures to look at.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(import.meta.dirname, "../..");
const program = process.env.PARALLAX ?? join(root, "target/debug/parallax");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const work = mkdtempSync(join(tmpdir(), "parallax-browser-"));
const corpora = join(root, "corpora");
const events = readdirSync(corpora).filter((name) => existsSync(join(corpora, name, "event.toml")));

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
after(() => browser?.close());

const compare = (input, name) => {
  const page = join(work, `${name}.html`);
  execFileSync(program, ["compare", input, "--quiet", "--html", page, "-o", join(work, `${name}.md`)]);
  return pathToFileURL(page).href;
};

// A page that says everything it complains about and everything it asks for.
const open = async (address, options = {}) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const heard = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("dialog", (dialog) => heard.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
  page.on("request", (request) => request.url().startsWith(address) || heard.push(`asked for ${request.url()}`));
  await page.goto(address);
  return { page, heard };
};

const picture = async (page, name) => {
  if (!process.env.SHOTS) return;
  mkdirSync(process.env.SHOTS, { recursive: true });
  await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
};

const serious = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
};

for (const event of events) {
  test(event, async () => {
    const { page, heard } = await open(compare(join(corpora, event), event));
    const sentences = page.locator(".panel .sides > div p");

    // The matrix: a cell opens the sentences side by side, and closes them again.
    const row = page.locator("tr.row:not([hidden])").first();
    await row.locator("td").first().click();
    assert.ok((await sentences.count()) >= 2);
    await row.locator("button").press("Enter");
    assert.equal(await sentences.count(), 0);

    // Filters leave what they name.
    await page.selectOption('select[name="kind"]', "quantity");
    assert.equal(await page.locator('.finding:visible:not([data-kind="quantity"])').count(), 0);
    assert.ok((await page.locator(".finding:visible").count()) > 0);
    await page.selectOption('select[name="verdict"]', "agrees");
    assert.equal(await page.locator('.finding:visible:not([data-verdict="agrees"])').count(), 0);
    await page.selectOption('select[name="kind"]', "");
    await page.selectOption('select[name="verdict"]', "");
    await page.selectOption('select[name="outlet"]', "A");
    for (const outlets of await page.locator("tr.row:visible").evaluateAll((rows) => rows.map((row) => row.dataset.outlet)))
      assert.ok(outlets.split(" ").includes("A"));
    await page.selectOption('select[name="outlet"]', "");

    await page.selectOption('select[name="language"]', { index: 1 });
    const code = await page.locator('select[name="language"]').inputValue();
    for (const finding of await page.locator(".finding:visible").all())
      assert.ok((await finding.getAttribute("data-language")).split(" ").includes(code));
    await page.selectOption('select[name="language"]', "");

    // Two to four columns.
    const shown = page.locator(".column:visible");
    assert.equal(await shown.count(), 3);
    await page.locator('input[name="column"]:not(:checked)').first().check();
    assert.equal(await shown.count(), 4);
    assert.equal(await page.locator('input[name="column"]:not(:checked):enabled').count(), 0);

    // A sentence lights up its statement in the other columns.
    const shared = await page.locator(".column:visible").first().locator(".s").evaluateAll((all) =>
      all.map((s) => s.dataset.s).find((s) => s && document.querySelectorAll(`.column:not([hidden]) [data-s="${s}"]`).length > 1));
    await page.locator(`.column:visible [data-s="${shared}"]`).first().hover();
    assert.ok((await page.locator(".s.on").count()) > 1);

    // A deep link opens what it points at, in a fold, in a column that is not shown, in a filter.
    const last = await page.locator(".finding").last().getAttribute("id");
    await page.selectOption('select[name="kind"]', "quantity");
    const statement = await page.locator("tr[id^=s]").first().getAttribute("id");
    for (const id of [last, await page.locator(".column").last().locator(".s").last().getAttribute("id"), statement]) {
      await page.evaluate((id) => (location.hash = id), id);
      await page.locator(`[id="${id}"]`).waitFor({ state: "visible" });
    }
    await page.selectOption('select[name="kind"]', "");

    // Words run in the direction of their script, whatever stands around them.
    const wrong = await page.locator(".column p, td.text, td.words, bdi").evaluateAll((all) =>
      all.filter((element) => {
        const first = element.textContent.match(/\p{L}/u);
        const leftward = first && /[\p{Script=Arab}\p{Script=Hebr}]/u.test(first[0]);
        return first && (getComputedStyle(element).direction === "rtl") !== leftward;
      }).map((element) => element.textContent));
    assert.deepEqual(wrong, []);

    // The page's own words in every language that it offers.
    const codes = await page.locator("#words option").evaluateAll((all) => all.map((option) => option.value));
    const headings = new Set();
    for (const code of codes) {
      await page.selectOption("#words", code);
      assert.equal(await page.locator("html").getAttribute("lang"), code);
      headings.add(await page.locator("#matrix-h").textContent());
    }
    assert.equal(headings.size, codes.length);
    await page.selectOption("#words", "en");

    assert.deepEqual(await serious(page), []);
    assert.deepEqual(heard, []);
    await page.close();
  });
}

test("narrow and dark", async () => {
  for (const event of process.env.SHOTS ? events : events.slice(0, 2)) await looks(event);
});

const looks = async (event) => {
  const address = pathToFileURL(join(work, `${event}.html`)).href;
  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 400]) {
      const { page, heard } = await open(address, { viewport: { width, height: 900 }, colorScheme });
      await page.locator("tr.row:visible").first().click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      if (width === 400 && colorScheme === "dark") assert.deepEqual(await serious(page), []);
      assert.deepEqual(heard, []);
      await picture(page, `${event}-${colorScheme}-${width}`);
      await page.close();
    }
};

test("on paper", async () => {
  const { page, heard } = await open(pathToFileURL(join(work, `${events[0]}.html`)).href);
  await page.emulateMedia({ media: "print" });
  // Nothing to click on, nothing that scrolls inside the page.
  assert.equal(await page.locator("nav:visible, form:visible, select:visible").count(), 0);
  const hidden = await page.locator(".column:visible, .tall, .scroll").evaluateAll((all) =>
    all.filter((element) => element.scrollHeight > element.clientHeight + 1).length);
  assert.equal(hidden, 0);
  await picture(page, `${events[0]}-print`);
  assert.deepEqual(heard, []);
  await page.close();
});

// Made-up reports: the same claims in every one, with other numbers, and a few of its own.
const made = (name, reports, sentences) => {
  const folder = join(work, name);
  mkdirSync(folder);
  const who = ["mayor", "governor", "minister", "doctor", "rescuer", "spokeswoman", "colonel", "farmer"];
  const what = ["houses", "bridges", "schools", "roads", "boats", "farms", "shops", "wells", "trucks", "tents"];
  const where = ["Arda", "Belin", "Corvo", "Dresna", "Elvas", "Furnas", "Goria", "Halden", "Ismar"];
  for (let report = 0; report < reports; report += 1) {
    const lines = [];
    for (let at = 0; at < sentences; at += 1) {
      const own = at % 7 === report % 7;
      const count = 20 + at * 3 + (own ? report + 1 : 0);
      const place = where[(at * 5 + (own ? report : 0)) % where.length];
      lines.push(`The ${who[at % who.length]} of ${place} said that ${count} ${what[(at * 7) % what.length]} were lost near kilometre ${at + 1}.`);
    }
    writeFileSync(join(folder, `${report}.md`), `---\noutlet: Outlet ${report}\npublished: 2024-05-0${1 + (report % 9)}\n---\n${lines.join(" ")}\n`);
  }
  return folder;
};

// How long the page itself has worked, in milliseconds: other work on the machine does not count.
const worked = async (page) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
  };
};

test("twelve reports of sixty sentences open at once", async () => {
  const address = compare(made("twelve", 12, 60), "twelve");
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const time = await worked(page);
  await page.goto(address);
  await page.evaluate(() => {
    document.querySelector("tr.row:not([hidden])").click();
    return document.body.getBoundingClientRect().height;
  });
  const usable = await time();
  console.log(`12 × 60: usable after ${Math.round(usable)} ms, ${readFileSync(new URL(address)).length} bytes`);
  assert.ok(usable < 1000, `${usable} ms`);
  await page.close();
});

test("sixty reports still scroll", async () => {
  const { page, heard } = await open(compare(made("sixty", 60, 25), "sixty"));
  const time = await worked(page);
  const before = await time();
  const screens = await page.evaluate(async () => {
    const frame = () => new Promise((then) => requestAnimationFrame(then));
    let screens = 0;
    for (let y = 0; y < document.documentElement.scrollHeight && screens < 80; y += 800, screens += 1) {
      scrollTo(0, y);
      await frame();
      await frame();
    }
    return screens;
  });
  const each = ((await time()) - before) / screens;
  console.log(`60 × 25: ${Math.round(each)} ms for a screen`);
  assert.ok(each < 100, `${each} ms`);
  assert.deepEqual(heard, []);
  await page.close();
});

test("hostile text stays text", async () => {
  const folder = join(work, "hostile");
  mkdirSync(folder);
  const bad = '<script>alert(1)</script><img src=x onerror=alert(2)> =cmd|"/C calc"!A0 \u202Egnp.exe "><svg onload=alert(3)>';
  for (const [index, count] of [12, 15, 17].entries())
    writeFileSync(
      join(folder, `${index}.md`),
      `---\noutlet: ${bad} ${index}\ntitle: ${bad}\nurl: javascript:alert(4)\n---\n` +
        `The flood killed ${count} people in Arda, ${bad} said. “We saw ${bad} today,” the mayor said.\n`,
    );
  const { page, heard } = await open(compare(folder, "hostile"));
  assert.ok((await page.locator("body").textContent()).includes("<script>alert(1)</script>"));
  assert.equal(await page.locator("img, script:not(:last-of-type), [onerror], [onload], a[href^=javascript]").count(), 0);
  await page.locator("tr.row").first().click();
  for (const code of ["ar", "zh", "en"]) await page.selectOption("#words", code);
  for (const mark of await page.locator("mark").all()) if (await mark.isVisible()) await mark.click();
  await page.waitForTimeout(100);
  assert.deepEqual(heard, []);
  await page.close();
});
