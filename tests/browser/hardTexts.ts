import type { Page } from "playwright-core";

/** Text that is too small or too pale to read. */
export interface HardText {
  readonly text: string;
  /** Computed size in CSS pixels. */
  readonly pixels: number;
  /** Contrast with its ground, 1 to 21. */
  readonly contrast: number;
}

/**
 * Visible text below 12 CSS pixels or below a contrast of 4.5:1. Colours that let the ground shine through are mixed with it; of
 * pictures as a ground nothing is known.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function hardTexts(page: Page): Promise<HardText[]> {
  // Runs in the page, so that it can use nothing from outside.
  return page.evaluate(() => {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];

    const colorOf = (text: string): Color => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      if (!/^rgba?\(/.test(text)) throw new Error(`got the colour ${text}, want rgb() or rgba()`);
      return [red, green, blue, alpha];
    };

    const over = (top: Color, ground: Color): Color => {
      const mix = (index: 0 | 1 | 2) => top[index] * top[3] + ground[index] * (1 - top[3]);
      return [mix(0), mix(1), mix(2), 1];
    };

    const groundOf = (element: Element | null): Color => {
      if (element === null) return [255, 255, 255, 1];
      const own = colorOf(getComputedStyle(element).backgroundColor);
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
    };

    const luminance = (color: Color): number => {
      const linear = (index: 0 | 1 | 2) => {
        const part = color[index] / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
    };

    const contrastOf = (element: Element): number => {
      const ground = groundOf(element);
      const color = over(colorOf(getComputedStyle(element).color), ground);
      const [dark = 0, light = 0] = [luminance(ground), luminance(color)].sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    };

    const found: { text: string; pixels: number; contrast: number }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      const text = (texts.currentNode.textContent ?? "").trim();
      if (text === "" || element?.checkVisibility({ visibilityProperty: true }) !== true) continue;
      const pixels = parseFloat(getComputedStyle(element).fontSize);
      const contrast = contrastOf(element);
      if (pixels < 12 || contrast < 4.5) found.push({ text, pixels, contrast: Number(contrast.toFixed(2)) });
    }
    return found;
  });
}
