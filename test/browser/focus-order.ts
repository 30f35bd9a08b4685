// Where the focus goes by Tab inside a webview, and what is wrong with that order.

import type { Frame, FrameLocator, Page } from 'playwright-core';

/** Where the focus came to by one press of Tab. */
export interface FocusStop {
  /** Element and what it is called, near enough to be told in a failure. */
  readonly name: string;
  /** Which of the elements that had the focus this is. */
  readonly index: number;
  /** An outline, or a border of the colour of focus, is drawn around it or the part of it that is active. */
  readonly marked: boolean;
  /** Some of it lies in the window. */
  readonly inSight: boolean;
}

/** Pixels: where it would be if nothing were scrolled, since what gets the focus may scroll. */
interface Place {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
}

/** Evaluated in the page: the element with the focus, through shadow roots; null for none, and when the focus is elsewhere. */
const describeFocus = `(() => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!document.hasFocus() || !active || active === document.body) return null;
  const part = active.getRootNode().getElementById(active.getAttribute('aria-activedescendant') ?? '');
  // Controls made of several elements draw the focus on their host.
  const drawn = [active, part, active.parentElement];
  for (let host = active.getRootNode().host; host; host = host.getRootNode().host) drawn.push(host);
  const probe = document.createElement('i');
  probe.style.color = 'var(--vscode-focusBorder)';
  document.body.append(probe);
  const focusColour = getComputedStyle(probe).color;
  probe.remove();
  const marked = drawn.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, borderTopColor, borderTopWidth } = getComputedStyle(element);
    const hasOutline = outlineStyle !== 'none' && outlineWidth !== '0px';
    return hasOutline || (borderTopColor === focusColour && borderTopWidth !== '0px');
  });
  const { top, left, bottom, right } = active.getBoundingClientRect();
  globalThis.focusStops ??= [];
  let index = focusStops.indexOf(active);
  if (index < 0) index = focusStops.push(active) - 1;
  const called = active.getAttribute('aria-label') ?? (active.textContent.trim() || active.id);
  return {
    name: active.localName + ' "' + called.replace(/\\s+/g, ' ').slice(0, 40) + '"',
    index, marked,
    inSight: bottom > Math.max(top, 0) && right > Math.max(left, 0) && top < innerHeight && left < innerWidth,
  };
})()`;

/** Evaluated in the page: where all that had the focus lie, as if nothing were scrolled. What sticks to the top is asked at the top. */
const placesOfStops = `scrollTo(0, 0), focusStops.map((element) => {
  const { top, left, bottom } = element.getBoundingClientRect();
  let [down, across] = [0, 0];
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    if (at === element) continue;
    down += at.scrollTop;
    across += at.scrollLeft;
  }
  return { top: top + down, left: left + across, bottom: bottom + down };
})`;

/** The frame of a document, to evaluate things in. */
export async function frameOf(view: FrameLocator): Promise<Frame> {
  const body = await view.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('The document has no frame.');
  return frame;
}

/** Most presses of Tab in a page: more are a trap. */
const most = 120;

/**
 * Presses Tab from where the focus is until it leaves the document or comes round. Returns what is wrong, as readable lines: stops that
 * show no focus or lie out of sight, and those that go back, to the left in a line or above without going right.
 */
export async function focusFaults(page: Page, view: FrameLocator): Promise<string[]> {
  const frame = await frameOf(view);
  await frame.evaluate('globalThis.focusStops = []');
  const stops = await tabThrough(page, frame);
  const places = await frame.evaluate<Place[]>(placesOfStops);
  const faults: string[] = [];
  for (const [at, stop] of stops.entries()) {
    if (!stop.marked) faults.push(`${stop.name} shows no focus`);
    if (!stop.inSight) faults.push(`${stop.name} has the focus out of sight`);
    const before = stops[at - 1];
    if (before && goesBack(places[before.index], places[stop.index]))
      faults.push(`${stop.name} comes after ${before.name}, and lies before it`);
  }
  return faults;
}

function goesBack(from: Place, to: Place): boolean {
  const inLine = to.top < from.bottom && from.top < to.bottom;
  return to.left < from.left && (inLine ? to.top <= from.top : to.top < from.top);
}

async function tabThrough(page: Page, frame: Frame): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  for (let press = 0; press < most; press++) {
    const stop = await frame.evaluate<FocusStop | null>(describeFocus);
    if (!stop && stops.length > 0) return stops;
    // A stop that was there already: round. The same again at once: the key does something else there first.
    if (stop && stops.slice(0, -1).some(({ index }) => index === stop.index)) return stops;
    if (stop && stops.at(-1)?.index !== stop.index) stops.push(stop);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The focus does not leave the page: ${stops.map(({ name }) => name).join(' → ')}`);
}
