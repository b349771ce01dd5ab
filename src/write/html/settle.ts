/** Class that lays a run of pages out in columns of the page's size: the engine breaks columns where it breaks pages. */
export const MEASURING = 'measuring';

/** Pixels kept back, so that rounding never pushes the last rule over the edge of the page. */
const SLACK = 0.25;

/**
 * An expression for the driver: moves 版记 to the bottom of the last page (7.4.1). The run of pages that ends in it is
 * laid out in columns for a moment; what stays free below it in the last column becomes the room above it. The room is
 * padding of a box that must not break, so a foot that finds no place takes a page of its own and still ends at its bottom.
 * Its value is that room in CSS pixels, 0 where the document has no foot.
 */
export const settleExpression = `(() => {
  const foot = document.getElementById('foot');
  if (foot === null) return 0;
  const run = foot.closest('.run');
  run.classList.add('${MEASURING}');
  const room = run.getBoundingClientRect().bottom - foot.getBoundingClientRect().bottom;
  run.classList.remove('${MEASURING}');
  const padding = Math.max(0, room - ${SLACK});
  foot.style.paddingTop = padding + 'px';
  return padding;
})()`;
