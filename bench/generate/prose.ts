import type { Random } from './random.js';
import { ADVERBS, GAINS, GIVEN, GOODS, IDIOMS, JUDGEMENTS, OPENINGS, PLACES, SURNAMES, VERBS } from './words.js';
import type { Topic } from './words.js';

/** Sentence patterns by tone. Each use replaces `{thing}` and the other placeholders again. */
const PATTERNS = {
  finding: [
    '{opening}，{thing}{defect}，{people}意见不小。',
    '{people}说起{thing}，头一句就是{defect}，第二句才是盼着早日{verb}。',
    '{opening}，毛病出在{judgement}，{office}承认对{defect}{idiom}。',
    '产{goods}的{place}一带，{thing}的老问题是{defect}，{people}跑了几趟没有讨到准话。',
    '{thing}本来归{office}管，可{judgement}，{people}只好绕着走。',
    '运{goods}的车停在路边等，装{goods}的筐晒在太阳下，根子仍是{defect}。',
    '有位{surname}姓老人讲，他不懂什么流程，只晓得{thing}{defect}，一家人跟着着急。',
  ],
  cause: [
    '往深处想，是{judgement}，对{people}的难处没有{idiom}。',
    '{office}过去{judgement}，把{adverb}{verb}当成额外负担。',
    '遇到{thing}这样的事，有的同志{judgement}，说到底是服务的念头淡了。',
    '班子{adverb}{verb}得少，听到的多是转述，{idiom}也就成了空话。',
    '制度里写了{verb}，却没有写谁来{verb}、到何时为止，{judgement}也就难免。',
    '设施建得早、底子薄是实情，不过{judgement}才是拖下来的缘由。',
  ],
  action: [
    '由{office}牵头{remedy}，请{people}{adverb}监督。',
    '先{verb}、后{verb}，{adverb}把{thing}的底账理清。',
    '{remedy}，做到{idiom}，每走一步都让{people}看得见。',
    '班子成员{adverb}到{place}一带{verb}，现场能定的当场定下。',
    '把{verb}和{verb}合在一处办，不让{people}再为{defect}操心。',
    '凡是涉及{thing}的，{office}{adverb}{verb}，办结以前不换人、不松手。',
    '趁着{goods}上市以前的空当{remedy}，既不误农时，也不误生意。',
  ],
  gain: [
    '{gain}，{thing}旁边卖{goods}的摊主也说方便。',
    '{remedy}以后，{gain}。',
    '{people}{adverb}到场{verb}，点头的多了，摇头的少了，算得上{idiom}。',
    '{office}的同志{adverb}{verb}，{thing}{idiom}，{gain}。',
    '如今走到{place}一带，{gain}，收{goods}的客商也愿意多住一晚。',
  ],
  resolve: [
    '下一步要{idiom}，把{thing}这件事{adverb}{verb}到底。',
    '坚持{idiom}，不搞{idiom}那一套。',
    '既要{adverb}{verb}，又要{idiom}，让{people}心里踏实。',
    '围绕{thing}，{office}要{adverb}{verb}，年底以前给{people}一个交代。',
    '领导带头{verb}，党员跟着{verb}，把{idiom}落到{place}一带的田头巷尾。',
    '学习不求热闹，读一段、想一段，对照{thing}找差距，做到{idiom}。',
  ],
} as const;

export type Tone = keyof typeof PATTERNS;

/** Generates prose about the topics of one unit. */
export interface Writer {
  sentence(tone: Tone, topic?: Topic): string;
  /** A paragraph of `sentences` sentences about one topic. */
  paragraph(tone: Tone, sentences: number): string;
  /** Paragraphs separated by empty lines. */
  passage(tone: Tone, paragraphs: number, sentences: number): string;
}

export function createWriter(random: Random, topics: readonly Topic[]): Writer {
  const sentence = (tone: Tone, topic = random.pick(topics)): string =>
    random.pick(PATTERNS[tone]).replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(name, topic, random));
  const paragraph = (tone: Tone, sentences: number): string => {
    const topic = random.pick(topics);
    return Array.from({ length: sentences }, () => sentence(tone, topic)).join('');
  };
  const passage = (tone: Tone, paragraphs: number, sentences: number): string =>
    Array.from({ length: paragraphs }, () => paragraph(tone, sentences)).join('\n\n');
  return { sentence, paragraph, passage };
}

function fill(name: string, topic: Topic, random: Random): string {
  if (name in topic) return topic[name as keyof Topic];
  const lists: Readonly<Record<string, readonly string[]>> = {
    opening: OPENINGS,
    adverb: ADVERBS,
    verb: VERBS,
    idiom: IDIOMS,
    judgement: JUDGEMENTS,
    gain: GAINS,
    goods: GOODS,
    surname: SURNAMES,
  };
  return name === 'place' ? placeName(random) : random.pick(lists[name] ?? ['']);
}

/** A rural place name of two syllables, such as 芦湾. */
export function placeName(random: Random): string {
  return random.sample(PLACES, 2).join('');
}

/** A full name, two or three characters. */
export function personName(random: Random): string {
  return random.pick(SURNAMES) + random.sample(GIVEN, random.integer(0, 4) === 0 ? 1 : 2).join('');
}

/** `count` different results of `make`. */
export function distinct(count: number, make: () => string): readonly string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(make());
  return [...found];
}
