/**
 * Class that lays a run of pages out in columns of the page's size: the engine breaks columns where it breaks pages. A run that
 * ends in a foot bears it from the start, so that the layout of loading is the one that is measured.
 */
export const MEASURING = 'measuring';

/** Pixels kept back, so that rounding never pushes the last rule over the edge of the page. */
const SLACK = 0.25;

/** Class of a foot that stands on an even page of its own, and of the pages that then bear no number (7.5). */
export const EVEN = 'even';
export const UNNUMBERED = 'unnumbered';

/**
 * An expression for the driver: moves every 版记 to the bottom of its last page (7.4.1). The runs of pages that end in one are
 * laid out in columns for a moment; what stays free below it in the last column becomes the room above it. The room is
 * padding of a box that must not break, so a foot that finds no place takes a page of its own and still ends at its bottom.
 * A foot that wants an even page has a run of its own, before which a blank page comes where the pages so far are even.
 * Its value is those rooms in CSS pixels, in order.
 */
export const placeFootExpression = `(() => {
  const feet = [...document.querySelectorAll('footer')];
  const measured = (runs, read) => {
    for (const run of runs) run.classList.add('${MEASURING}');
    const values = runs.map(read);
    for (const run of runs) run.classList.remove('${MEASURING}');
    return values;
  };
  const owners = feet.map((foot) => foot.closest('.run'));
  const bottom = (element) => element.getBoundingClientRect().bottom;
  const rooms = measured(owners, (run, index) => bottom(run) - bottom(feet[index]));
  const paddings = rooms.map((room) => Math.max(0, room - ${SLACK}));
  feet.forEach((foot, index) => { foot.style.paddingTop = paddings[index] + 'px'; });
  feet.forEach((foot, index) => {
    if (!foot.classList.contains('${EVEN}')) return;
    const pages = (run) => Math.max(1, Math.round(run.scrollWidth / run.clientWidth));
    const runs = [...document.querySelectorAll('.run')];
    const before = runs.slice(0, runs.indexOf(owners[index]));
    if (before.reduce((sum, run) => sum + measured([run], pages)[0], 0) % 2 !== 0) return;
    const blank = document.createElement('section');
    blank.className = 'run portrait ${UNNUMBERED}';
    blank.append(document.createElement('p'));
    blank.firstChild.className = 'blank';
    owners[index].before(blank);
  });
  return paddings;
})()`;
