import type { Chart, Datum, Series } from '../../src/model/chart.js';

/** Invented charts of every form, small and as large as they come. */

const count = (value: number | null): Datum | null => (value === null ? null : { value, label: String(value) });
const share = (value: number): Datum => ({ value, label: `${value.toFixed(2)}%` });
const series = (name: string, values: readonly (number | null)[]): Series => ({ name, values: values.map(count) });

const base = { kind: 'chart', number: 1, thresholds: [], unit: '' } as const;
const lines = [
  { value: 85, label: '85%通过' },
  { value: 80, label: '80%回头看' },
];

const stack: Chart = {
  ...base,
  form: 'stack',
  title: '各环节材料报送情况',
  unit: '份次',
  categories: ['学习动员', '专题调研', '聚焦问题', '民主生活会', '群众满意度测评报告总表格', '整改落实'],
  series: [
    series('按期报送', [12, 9, 20, 11, 0, 4]),
    series('迟报', [0, 2, 3, 1, 0, 1]),
    series('逾期未报', [0, 1, 1, 0, 0, 1]),
    series('未到期', [0, 0, 0, 0, 12, 6]),
  ],
  alt: '各环节材料报送情况：学习动员，按期报送12份次；专题调研，按期报送9份次、迟报2份次、逾期未报1份次。',
};

const columns: Chart = {
  ...base,
  form: 'columns',
  title: '整改事项按月到期和销号情况',
  unit: '项',
  categories: ['7月', '8月', '9月', '10月', '11月', '12月', '2027年1月'],
  series: [series('当月到期', [46, 98, 2, 3, 5, 6, 0]), series('当月销号', [41, 88, 0, 0, 0, null, 1])],
  alt: '整改事项按月到期和销号情况：7月，当月到期46项、当月销号41项。',
};

const ranking: Chart = {
  ...base,
  form: 'ranking',
  title: '各单位末轮满意率',
  categories: ['雁塘管理处', '芦湾管理处', '区政务服务中心', '云岭气象站'],
  series: [{ name: '满意率', values: [98.1, 91, 84.96, 72].map(share) }],
  thresholds: lines,
  alt: '各单位末轮满意率：雁塘管理处98.10%；芦湾管理处91.00%；区政务服务中心84.96%；云岭气象站72.00%。',
};

const longest: Chart = {
  ...ranking,
  categories: Array.from({ length: 30 }, (_, index) => `第${index + 1}管理处`),
  series: [{ name: '满意率', values: Array.from({ length: 30 }, (_, index) => share(99 - index)) }],
};

const bands: Chart = {
  ...base,
  form: 'bands',
  title: '各单位末轮满意率分布',
  unit: '个',
  categories: ['不到70%', '70～75%', '75～80%', '80～85%', '85～90%', '90～95%', '95～100%'],
  series: [series('个数', [1, 0, 3, 9, 31, 40, 16])],
  thresholds: [
    { value: 4, label: '85%通过' },
    { value: 3, label: '80%回头看' },
  ],
  alt: '各单位末轮满意率分布：不到70%的1个，70～75%的0个。',
};

export const sampleCharts = { stack, columns, ranking, longest, bands } as const;
