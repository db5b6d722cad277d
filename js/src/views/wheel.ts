// What a wheel does over a picture that can be zoomed.

/** A wheel alone scrolls the page; with a key it is the picture's. To be heard in the capturing phase. */
export function scrollPast(event: WheelEvent): void {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
  } else {
    event.stopPropagation();
  }
}
