/**
 * Class that lays out a page sequence in columns of the page's size: the engine breaks columns where it breaks pages. A
 * sequence that ends in a foot has the class from the start, so that the layout computed on loading is the one
 * measured.
 */
export const MEASURING_CLASS = 'measuring';

/** CSS pixels left free, so that rounding never pushes the last rule past the edge of the page. */
const ROUNDING_ALLOWANCE = 0.25;

/** Class of a foot on an even page of its own, and class of the pages without a page number (7.5). */
export const EVEN_PAGE_CLASS = 'even';
export const UNNUMBERED_CLASS = 'unnumbered';

/**
 * JavaScript expression, evaluated in the page: moves every 版记 to the bottom of its last page (7.4.1). The page
 * sequences that end in one are laid out in columns while they are measured; the space left below the foot in the last
 * column becomes its top padding. The foot is a box that must not break, so a foot that does not fit moves to a page of
 * its own and still ends at the bottom. A foot on an even page has a page sequence of its own, which is preceded by a
 * blank page if the number of pages before it is even. The value of the expression is the paddings in CSS pixels, in
 * order.
 */
export const placeFootExpression = `(() => {
  const feet = [...document.querySelectorAll('footer')];
  const measure = (sequences, read) => {
    for (const sequence of sequences) sequence.classList.add('${MEASURING_CLASS}');
    const values = sequences.map(read);
    for (const sequence of sequences) sequence.classList.remove('${MEASURING_CLASS}');
    return values;
  };
  const parents = feet.map((foot) => foot.closest('.run'));
  const bottom = (element) => element.getBoundingClientRect().bottom;
  const spaces = measure(parents, (sequence, index) => bottom(sequence) - bottom(feet[index]));
  const paddings = spaces.map((space) => Math.max(0, space - ${ROUNDING_ALLOWANCE}));
  feet.forEach((foot, index) => { foot.style.paddingTop = paddings[index] + 'px'; });
  feet.forEach((foot, index) => {
    if (!foot.classList.contains('${EVEN_PAGE_CLASS}')) return;
    const pageCount = (sequence) => Math.max(1, Math.round(sequence.scrollWidth / sequence.clientWidth));
    const sequences = [...document.querySelectorAll('.run')];
    const before = sequences.slice(0, sequences.indexOf(parents[index]));
    if (before.reduce((sum, sequence) => sum + measure([sequence], pageCount)[0], 0) % 2 !== 0) return;
    const blank = document.createElement('section');
    blank.className = 'run portrait ${UNNUMBERED_CLASS}';
    blank.append(document.createElement('p'));
    blank.firstChild.className = 'blank';
    parents[index].before(blank);
  });
  return paddings;
})()`;
