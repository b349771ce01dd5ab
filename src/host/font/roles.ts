import type { Role } from '../../model/style.js';

/** The names of suitable faces for a role, best first. */
export interface RoleNames {
  /** The name of the role in messages. */
  readonly label: string;
  /** The names of the official face in Chinese and English, and of the foundry's editions of it. */
  readonly official: readonly string[];
  /** PostScript name of the open substitute. */
  readonly fandol: string;
  /** Faces of the same kind from office suites and operating systems. */
  readonly kin: readonly string[];
  /** Matches names of unlisted faces of this kind. Used only for faces in the workspace. */
  readonly pattern: RegExp;
}

export const ROLES: readonly Role[] = ['title', 'body', 'heading1', 'heading2', 'digits'];

export const roleNames: Readonly<Record<Role, RoleNames>> = {
  title: {
    label: '标题',
    official: [
      '方正小标宋简体',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05S',
      'FZXiaoBiaoSong-B05',
      'FZXBSJW--GB1-0',
      'FZXBSK--GBK1-0',
    ],
    fandol: 'FandolSong-Bold',
    kin: ['华文中宋', 'STZhongsong'],
    pattern: /小标宋|中宋|XiaoBiaoSong|XBS|Zhongsong|Song-Bold/i,
  },
  body: {
    label: '正文',
    official: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      '仿宋',
      'FangSong',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '方正仿宋简体',
      'FZFangSong-Z02S',
    ],
    fandol: 'FandolFang-Regular',
    kin: ['华文仿宋', 'STFangsong'],
    pattern: /仿宋|FangSong|FandolFang/i,
  },
  heading1: {
    label: '一级标题',
    official: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S'],
    fandol: 'FandolHei-Regular',
    kin: ['华文黑体', 'STHeiti', '思源黑体', 'Source Han Sans SC', 'Noto Sans CJK SC'],
    pattern: /黑体|Hei/i,
  },
  heading2: {
    label: '二级标题',
    official: [
      '楷体_GB2312',
      'KaiTi_GB2312',
      '楷体',
      'KaiTi',
      '方正楷体_GBK',
      'FZKai-Z03',
      '方正楷体简体',
      'FZKai-Z03S',
    ],
    fandol: 'FandolKai-Regular',
    kin: ['华文楷体', 'STKaiti', 'Kaiti SC'],
    pattern: /楷|Kai/i,
  },
  digits: {
    label: '页码',
    official: ['宋体', 'SimSun', '方正书宋_GBK', 'FZShuSong-Z01', '方正书宋简体', 'FZShuSong-Z01S'],
    fandol: 'FandolSong-Regular',
    kin: ['华文宋体', 'STSong', 'Songti SC'],
    pattern: /(?<!仿|中|标)宋|SimSun|(?<!Fang|Biao|Zhong)Song(?!-Bold)/i,
  },
};

/** Names of faces from operating systems and office suites with rare characters, most similar to 宋体 first. */
export const RARE_FACES: readonly string[] = [
  'Noto Serif CJK SC',
  'Source Han Serif SC',
  '思源宋体',
  '宋体-ExtB',
  'SimSun-ExtB',
  'SimSun-ExtG',
  'BabelStone Han',
  'HanaMinA',
  'HanaMinB',
  'Songti SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  '思源黑体',
];
