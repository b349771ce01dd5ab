/** Class that lays a run of pages out in columns of the page's size: the engine breaks columns where it breaks pages. */
export const MEASURING = 'measuring';

/** Pixels kept back, so that rounding never pushes the last rule over the edge of the page. */
const SLACK = 0.25;

/** Class of a foot that stands on an even page of its own, and of the pages that then bear no number (7.5). */
export const EVEN = 'even';
export const UNNUMBERED = 'unnumbered';

/**
 * An expression for the driver: moves 版记 to the bottom of the last page (7.4.1). The run of pages that ends in it is
 * laid out in columns for a moment; what stays free below it in the last column becomes the room above it. The room is
 * padding of a box that must not break, so a foot that finds no place takes a page of its own and still ends at its bottom.
 * A foot that wants an even page has a run of its own, before which a blank page comes where the pages so far are even.
 * Its value is that room in CSS pixels, 0 where the document has no foot.
 */
export const settleExpression = `(() => {
  const foot = document.getElementById('foot');
  if (foot === null) return 0;
  const measured = (run, read) => {
    run.classList.add('${MEASURING}');
    const value = read(run);
    run.classList.remove('${MEASURING}');
    return value;
  };
  const own = foot.closest('.run');
  const room = measured(own, (run) => run.getBoundingClientRect().bottom - foot.getBoundingClientRect().bottom);
  const padding = Math.max(0, room - ${SLACK});
  foot.style.paddingTop = padding + 'px';
  if (!foot.classList.contains('${EVEN}')) return padding;
  const pages = (run) => Math.max(1, Math.round(run.scrollWidth / run.clientWidth));
  const others = [...document.querySelectorAll('.run')].filter((run) => run !== own);
  if (others.reduce((sum, run) => sum + measured(run, pages), 0) % 2 === 0) {
    const blank = document.createElement('section');
    blank.className = 'run portrait ${UNNUMBERED}';
    blank.append(document.createElement('p'));
    blank.firstChild.className = 'blank';
    own.before(blank);
  }
  return padding;
})()`;
