#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""browser.py BROWSER FOLDER PAGE...: opens pages in a browser and says in TAP what is wrong with them.

The browser is spoken to through pipes of its own. Pictures and printed pages are left in FOLDER. No page may say
anything on the console, ask for anything but itself, or be wider than a telephone; each chart has its words; what is read
has enough contrast, light and dark; and what is printed on A4 and Letter is all there and within the paper."""
import base64
import fcntl
import html
import json
import os
import re
import subprocess
import sys

PAPERS = {"a4": (8.27, 11.69), "letter": (8.5, 11)}
count = failed = 0


def result(good, what, why=""):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} - {what}", flush=True)
    if not good:
        for line in str(why).splitlines()[:30]:
            print(f"# {line}")


class Browser:
    """A browser without a window, at the other end of two pipes."""

    def __init__(self, program, folder):
        theirs, self.to = os.pipe()
        self.back, answers = os.pipe()
        # It reads from 3 and writes to 4, which a shell makes of these.
        theirs, answers = (fcntl.fcntl(fd, fcntl.F_DUPFD, 5) for fd in (theirs, answers))
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
                   "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
                   "--disable-component-update", "--hide-scrollbars", f"--user-data-dir={folder}/profile",
                   "about:blank"]
        with open(os.path.join(folder, "browser.log"), "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", f'exec "$@" 3<&{theirs} 4>&{answers}', "sh"] + command,
                pass_fds=(theirs, answers), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        os.close(theirs)
        os.close(answers)
        self.buffer = b""
        self.number = 0
        self.events = []

    def message(self):
        while b"\0" not in self.buffer:
            got = os.read(self.back, 1 << 20)
            if not got:
                print("Bail out! the browser ended")
                sys.exit(1)
            self.buffer += got
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            got = self.message()
            if got.get("id") != self.number:
                self.events.append(got)
            elif "error" in got:
                print(f"Bail out! {method}: {got['error']}")
                sys.exit(1)
            else:
                return got["result"]

    def wait(self, method, session):
        seen = 0
        while True:
            for event in self.events[seen:]:
                if event.get("method") == method and event.get("sessionId") == session:
                    return
            seen = len(self.events)
            self.events.append(self.message())

    def end(self):
        self.call("Browser.close")
        self.process.wait()


class Page:
    """A page in a tab of its own."""

    def __init__(self, browser, path):
        self.browser = browser
        self.url = "file://" + os.path.abspath(path)
        browser.events.clear()
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in "Page", "Network", "Runtime", "Log", "Accessibility", "Audits":
            self.call(domain + ".enable")

    def call(self, method, **params):
        return self.browser.call(method, self.session, **params)

    def open(self):
        self.call("Page.navigate", url=self.url)
        self.browser.wait("Page.loadEventFired", self.session)

    def run(self, script):
        got = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return got["result"].get("value")

    def look(self, width, scheme):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                  mobile=width < 600)

    def shoot(self, path):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}
        got = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        with open(path, "wb") as file:
            file.write(base64.b64decode(got["data"]))

    def print(self, path, paper):
        width, height = PAPERS[paper]
        got = self.call("Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=False,
                        printBackground=False, marginTop=0.7, marginBottom=0.75, marginLeft=0.63, marginRight=0.63)
        with open(path, "wb") as file:
            file.write(base64.b64decode(got["data"]))

    def said(self):
        """What it said on the console, and what the browser noted about it."""
        lines = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            if event["method"] in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded",
                                   "Audits.issueAdded"):
                lines.append(json.dumps(event["params"])[:400])
        return lines

    def asked_for(self):
        """What it asked for, beside itself."""
        return [event["params"]["request"]["url"] for event in self.browser.events
                if event.get("sessionId") == self.session and event["method"] == "Network.requestWillBeSent"
                and event["params"]["request"]["url"] != self.url]


# What sticks out at the right, but what is moved by itself; and all tables.
WIDER = """(() => {
    const wide = [];
    for (const element of document.body.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (box.right > document.documentElement.clientWidth + 1 && !element.closest('.wide, .aloud, caption'))
            wide.push(element.tagName + ' ' + box.right + ' ' + element.textContent.slice(0, 60));
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
        wide.push('the page: ' + document.documentElement.scrollWidth);
    return wide;
})()"""

# Texts whose contrast with what they stand on is below 4.5, or 3 where they are large; WCAG 2.
CONTRAST = """(() => {
    const parse = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const [r, g, b] = parse(colour).slice(0, 3).map(c => {
            c /= 255;
            return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const behind = element => {
        for (; element; element = element.parentElement) {
            const colour = getComputedStyle(element).backgroundColor;
            if (parse(colour)[3] !== 0)
                return colour;
        }
        return 'rgb(255, 255, 255)';
    };
    const bad = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement, style = getComputedStyle(element);
        if (!walker.currentNode.data.trim() || element.closest('title, desc'))
            continue;
        const ink = element.closest('svg') ? style.fill : style.color;
        const large = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600;
        const found = ratio(ink, behind(element));
        if (found < (large ? 3 : 4.5))
            bad.add(`${ink} on ${behind(element)}: ${found.toFixed(2)}, ${element.tagName}.${element.className}`);
    }
    for (const shape of document.querySelectorAll('svg .a, svg .b, svg .span, svg .box rect')) {
        const style = getComputedStyle(shape), ink = style.fill === behind(shape) ? style.stroke : style.fill;
        const found = ratio(ink === 'none' ? style.stroke : ink, behind(shape));
        if (found < 3)
            bad.add(`${ink} on ${behind(shape)}: ${found.toFixed(2)}, ${shape.tagName}`);
    }
    return [...bad];
})()"""

# All that can be seen, cell by cell and paragraph by paragraph.
TEXTS = """[...document.querySelectorAll('h1, h2, h3, p, li, td, th, figcaption, svg text')].filter(
    e => !e.closest('nav, caption') && e.getClientRects().length).map(e => {
        const copy = e.cloneNode(true);
        copy.querySelectorAll(e.closest('svg') ? 'title' : '.aloud, svg').forEach(x => x.remove());
        return copy.textContent.trim();
    }).filter(t => t)"""


def words_of(pdf):
    """The words of a printed page, with where they stand, and how large each page is."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode(errors="replace")
    words, sizes = [], []
    for match in re.finditer(r'<page width="([\d.]+)" height="([\d.]+)">|'
                             r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
                             text):
        if match[1]:
            sizes.append((float(match[1]), float(match[2])))
        else:
            words.append((*sizes[-1], *(float(match[i]) for i in range(3, 7)), html.unescape(match[7])))
    return words, sizes


def check_print(page, path, paper, texts):
    page.print(path, paper)
    words, sizes = words_of(path)
    wanted = tuple(round(72 * inch) for inch in PAPERS[paper])
    result(sizes and all(abs(w - wanted[0]) < 2 and abs(h - wanted[1]) < 2 for w, h in sizes),
           f"{path}: the paper is {paper}", sizes)
    outside = [word[6] for word in words
               if word[2] < 0 or word[3] < 0 or word[4] > word[0] + 0.5 or word[5] > word[1] + 0.5]
    result(not outside, f"{path}: nothing is outside of the paper", outside)
    # A word that was broken to fit is there as its parts; one from right to left may be told from its end.
    printed = set(word[6] for word in words)
    whole = re.sub(r"\s+", "", "".join(word[6] for word in words))
    missing = [word for text in texts for word in re.findall(r"\w+", text)
               if word not in printed and word not in whole and word[::-1] not in whole
               and not is_broken(word, whole)]
    result(not missing, f"{path}: all texts are there", missing)


def is_broken(word, whole):
    """Whether a long word is there in pieces of eight characters or more."""
    return len(word) > 16 and all(word[at:at + 8] in whole for at in range(0, len(word) - 8, 40))


def check_page(browser, folder, path):
    name = os.path.splitext(os.path.basename(path))[0]
    page = Page(browser, path)
    page.open()
    for scheme in "light", "dark":
        for width in 360, 1280:
            page.look(width, scheme)
            page.shoot(os.path.join(folder, f"{name}-{width}-{scheme}.png"))
            if scheme == "light":
                wider = page.run(WIDER)
                result(not wider, f"{name}: nothing is wider than {width} pixels", "\n".join(wider))
        bad = page.run(CONTRAST)
        result(not bad, f"{name}: contrast is enough where it is {scheme}", "\n".join(bad))
    page.look(1280, "light")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", ""),
              node.get("description", {}).get("value", "")) for node in nodes if not node.get("ignored")]
    images = [role for role in roles if role[0] in ("image", "img", "SvgRoot")]
    nameless = [role for role in images if not role[1]]
    result(not nameless, f"{name}: each of {len(images)} charts has a name", nameless)
    charts = page.run("document.querySelectorAll('figure svg[role=img]').length")
    described = [role for role in images if role[2]]
    result(len(described) == charts, f"{name}: each of {charts} charts is told in words",
           f"{len(described)} of {charts}: {images[:5]}")
    tables = [role for role in roles if role[0] == "table"]
    result(all(role[1] for role in tables), f"{name}: each of {len(tables)} tables has a name", tables)
    result([role[0] for role in roles].count("main") == 1, f"{name}: there is one main part", roles[:20])
    broken = page.run("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
                      ".filter(h => !/^#s\\d+$/.test(h) || !document.querySelector(h))")
    result(not broken, f"{name}: all links lead to places of the page", broken)
    loaded = page.run("document.querySelectorAll('script, img, link, iframe, object, embed, form, input, [onclick]').length")
    result(loaded == 0, f"{name}: nothing in it runs, or is fetched", loaded)
    texts = page.run(TEXTS)
    for paper in PAPERS:
        check_print(page, os.path.join(folder, f"{name}-{paper}.pdf"), paper, texts)
    result(not page.said(), f"{name}: nothing is said on the console", "\n".join(page.said()))
    result(not page.asked_for(), f"{name}: nothing is asked for", "\n".join(page.asked_for()))


def main():
    program, folder, pages = sys.argv[1], sys.argv[2], sys.argv[3:]
    browser = Browser(program, folder)
    for path in pages:
        check_page(browser, folder, path)
    browser.end()
    print(f"1..{count}")
    return 1 if failed and not os.environ.get("HARNESS_ACTIVE") else 0


if __name__ == "__main__":
    sys.exit(main())
