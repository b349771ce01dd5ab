import type { Random } from './random.js';
import type { UnitFacts } from './unit.js';
import { OPENINGS } from './words.js';
import type { Topic } from './words.js';

/** One row of the register of opinions. */
export interface Opinion {
  readonly id: string;
  readonly channel: string;
  readonly receivedOn: string;
  readonly repliedOn: string;
  readonly category: string;
  readonly disposal: string;
  readonly topic: Topic;
}

/** One problem of the unit's report, with the opinions that it summarises. */
export interface Problem {
  readonly id: string;
  readonly category: string;
  readonly benchmark: string;
  readonly about: string;
  readonly topic: Topic;
  readonly opinions: readonly Opinion[];
}

/** One rectification item and its state. */
export interface Item {
  readonly id: number;
  readonly problem: Problem;
  readonly responsible: string;
  readonly difficulty: string;
  readonly deadline: string;
  readonly state: string;
}

/** The facts that the documents of the second and third phases share. */
export interface Findings {
  readonly collected: readonly { readonly channel: string; readonly opinions: number }[];
  readonly opinions: readonly Opinion[];
  readonly problems: readonly Problem[];
  readonly items: readonly Item[];
  readonly visits: readonly { readonly village: string; readonly households: number }[];
  readonly heartTalks: number;
}

const CATEGORIES = ['服务发展', '作风纪律', '和谐稳定'];
const BENCHMARKS = ['对照服务宗旨', '对照先进地区', '对照岗位职责', '对照群众期盼', '对照业绩要求'];
const CHANNELS = ['座谈会', '入户走访', '问卷调查', '征求意见箱', '服务热线', '网上留言'];

export function createFindings(unit: UnitFacts): Findings {
  const random = unit.random.fork('findings');
  const problems = unit.topics.map((topic, at): Problem => {
    const category = CATEGORIES[at % 3] ?? '';
    const count = random.integer(1, 3);
    const opinions = Array.from({ length: count }, (_, nth) =>
      createOpinion(unit, random, topic, category, `A${at * 3 + nth + 1}`),
    );
    return {
      id: `P${at + 1}`,
      category,
      benchmark: BENCHMARKS[at % 5] ?? '',
      about: at % 4 === 1 ? '班子' : '单位',
      topic,
      opinions,
    };
  });
  const opinions = problems.flatMap((problem) => problem.opinions);
  const collected = CHANNELS.map((channel) => ({
    channel,
    opinions: opinions.filter((opinion) => opinion.channel === channel).length + random.integer(1, 9),
  }));
  return {
    collected,
    opinions,
    problems,
    items: problems
      .flatMap((problem, at) => createItems(unit, random, problem, at))
      .map((item, at) => ({ ...item, id: at + 1 })),
    visits: unit.nearby.map((village) => ({
      village,
      households: random.integer(8, 60),
    })),
    heartTalks: random.integer(12, 60),
  };
}

function createOpinion({ district }: UnitFacts, random: Random, topic: Topic, category: string, id: string): Opinion {
  return {
    id,
    channel: random.pick(CHANNELS),
    receivedOn: district.day(random, '04-01', '04-20'),
    repliedOn: district.day(random, '04-22', '04-29'),
    category,
    disposal: random.pick(['采纳', '采纳', '采纳', '部分采纳', '转办']),
    topic,
  };
}

/** One to three items for each problem, so that lists are longer than a page. */
function createItems({ district, leaders }: UnitFacts, random: Random, problem: Problem, at: number): readonly Item[] {
  const difficulty = ['立即整改', '限期整改', '分步整改'][at % 3] ?? '';
  const count = random.integer(1, 3);
  return Array.from({ length: count }, (): Item => {
    const deadline =
      difficulty === '立即整改' ? district.day(random, '08-01', '08-10') : district.day(random, '08-11', '08-28');
    const state = difficulty === '分步整改' && random.integer(0, 2) === 0 ? '推进中' : '已完成';
    return { id: 0, problem, responsible: random.pick(leaders), difficulty, deadline, state };
  });
}

/** The original wording of an opinion. */
export function verbatim(random: Random, { thing, defect }: Topic): string {
  return `${random.pick(OPENINGS)}，${thing}${defect}，说了好几回也没有见到动静。`;
}
