"""Pictures of every view of the page at four widths in both themes, from the sample data.

    python -m benchmarks.page.screenshots PAGE FOLDER

``make screenshots`` does it all. All pictures go into FOLDER, the best few in a palette of 256
colours into docs/screenshots, from where README shows them.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

#: Widths and heights [CSS pixels]: a telephone, a tablet, a laptop, a 4K screen.
SCREENS = ((360, 780), (768, 1024), (1440, 900), (3840, 2160))
THEMES = ("light", "dark")
#: What README shows, by view, width and theme.
BEST = (
    "paths-1440-light",
    "map-1440-light",
    "bridges-1440-light",
    "employers-1440-light",
    "people-1440-dark",
    "paths-360-light",
)
#: The largest picture that is kept there [bytes].
MOST = 200_000
KEPT = Path(__file__).parents[2] / "docs" / "screenshots"


def taken(browser: Browser, page_file: Path, folder: Path) -> Iterator[Path]:
    """Every view at every width in both themes, the paths with a way chosen."""
    for width, height in SCREENS:
        for theme in THEMES:
            screen: Any = {"width": width, "height": height}
            context = browser.new_context(
                viewport=screen, color_scheme=theme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(f"{page_file.as_uri()}#tab=paths")
            page.wait_for_selector("body[data-ready]")
            page.locator("[data-way]", has_text="2 steps").first.click()
            tabs = page.locator("[role=tab]")
            for name in tabs.evaluate_all("all => all.map((tab) => tab.dataset.tab)"):
                page.locator(f"#tab-{name}").click()
                page.evaluate("scrollTo(0, 0)")
                # the map is drawn with the next frames
                page.wait_for_timeout(800 if name == "map" else 150)
                file = folder / f"{name}-{width}-{theme}.png"
                page.screenshot(path=file)
                yield file
                page.keyboard.press("Escape")
            context.close()


def keep(file: Path) -> int:
    """Put a small copy among those that are kept; its bytes."""
    small = KEPT / file.name
    picture = Image.open(file).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(small, optimize=True)
    return small.stat().st_size


def main() -> int:
    page_file, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    KEPT.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--enable-unsafe-swiftshader"],
        )
        files = list(taken(browser, page_file, folder))
        browser.close()
    sizes = {file.stem: keep(file) for file in files if file.stem in BEST}
    print(f"{len(files)} pictures in {folder}, {len(sizes)} of them small in {KEPT}")
    large = [name for name, size in sizes.items() if size > MOST]
    missing = [name for name in BEST if name not in sizes]
    for name in (*large, *missing):
        print(f"{name}: {'too large' if name in large else 'not there'}")
    return 1 if large or missing else 0


if __name__ == "__main__":
    sys.exit(main())
