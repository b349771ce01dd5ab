import type { Block, Landscape } from '../../model/block.js';
import type { Attachment, Doc } from '../../model/doc.js';
import { attachmentHeadMarkup, attachmentListMarkup, isBound } from './attachments.js';
import { blocksMarkup, type Setting } from './blocks.js';
import { footMarkup } from './foot.js';
import { headMarkup } from './head.js';
import { element, fragment, type Markup } from './markup.js';
import { noteMarkup, signOffMarkup } from './sign-off.js';

type Orientation = Attachment['orientation'];

/** Pages of one orientation that follow each other; every run starts on a new page. */
interface Run {
  readonly orientation: Orientation;
  readonly content: Markup;
}

/** The whole document as runs of pages, the foot at the end of the last one. */
export function runsMarkup(doc: Doc, setting: Setting): Markup {
  const runs = [...textRuns(doc, setting), ...attachmentRuns(doc, setting)];
  const foot = footMarkup(doc.foot, setting.style);
  const last = runs.length - 1;
  return fragment(
    runs.map(({ orientation, content }, index) =>
      element('section', { class: `run ${orientation}` }, content, index === last ? foot : ''),
    ),
  );
}

function textRuns(doc: Doc, setting: Setting): readonly Run[] {
  const { style } = setting;
  const { attachments, signOff, note } = doc;
  const end = fragment(attachmentListMarkup(attachments, style), signOffMarkup(signOff, style), noteMarkup(note));
  return splitRuns('portrait', headMarkup(doc, style), doc.blocks, end, setting);
}

function attachmentRuns(doc: Doc, setting: Setting): readonly Run[] {
  const alone = doc.attachments.length === 1;
  return doc.attachments.filter(isBound).flatMap((attachment) => {
    const head = attachmentHeadMarkup(attachment, alone, setting.style);
    return splitRuns(attachment.orientation, head, attachment.blocks, fragment(), setting);
  });
}

/** Cuts blocks where the paper turns; a stretch in which nothing stands makes no page. */
function splitRuns(
  orientation: Orientation,
  head: Markup,
  blocks: readonly Block[],
  end: Markup,
  setting: Setting,
): readonly Run[] {
  const turns = (block: Block): block is Landscape => block.kind === 'landscape' && orientation === 'portrait';
  const runs: Run[] = [];
  let content = head;
  for (const block of blocks) {
    if (turns(block)) {
      runs.push({ orientation, content }, { orientation: 'landscape', content: blocksMarkup(block.blocks, setting) });
      content = fragment();
    } else {
      content = fragment(content, blocksMarkup([block], setting));
    }
  }
  return [...runs, { orientation, content: fragment(content, end) }].filter((run) => run.content.html !== '');
}
