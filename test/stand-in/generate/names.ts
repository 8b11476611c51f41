import type { Random } from './random.ts';

const GIVEN =
  'Aino Bashir Carlota Darius Edda Farid Greta Hamza Ingrid Jonas Kaveh Leila Milan Nadia Oskar Paloma Quentin Rosa Stellan Thandi Ulla Vikram Wanda Xenia Yannick Zofia Björn Élodie Łukasz Söner Aroha Bongani Chiara Dejan Emeka Freja Gintaras Hana Imre Jasmin Katarzyna Lorenzo Mireille Nils Omar Petra Rashid Sinead Tariq Urszula Veikko Wiebke Yara Zoltán Mei Jun Akiko Haruto Minh Linh Chen Wei'.split(
    ' ',
  );
const FAMILY =
  'Abendroth Bellweather Castellano Dunmore Eskelinen Fairbrother Goszczyk Halvorsen Iwanow Jastrow Kettleby Lindqvist Mbeki-Ross Nakagawa Oyelaran Papadakis Quistgaard Rautio Sandoval Thistlewood Uzunov Vandermeer Wojtas Xanthos Yilmazer Zetterlund Ångström Çelikel Ōtani Şimşeker Ferreira-Lobo Grünwald Hegedűs Ibáñez Jørstad Kowalewska Lacombe Moynihan Nystrand Oduya Pettersen Rasmusen Szalai Tremblett Underhay Villeneuf Wetherell Yamashiro Zielonka Tran Zhao Lam Sato Mbatha Okello Nasser Haddad Costa-Reis Duarte'.split(
    ' ',
  );

const CITIES = [
  'Lisbon',
  'Tampere, Finland',
  'Kraków',
  'Nairobi',
  'São Paulo',
  'Toronto',
  'Berlin, Germany',
  'Osaka',
  'Hanoi',
  'remote',
  'Earth',
];

/** A made-up full name. Repeats occur in large crowds, as among people. */
export function drawName(random: Random): string {
  const name = `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;
  return random.chance(0.04) ? `${random.pick(GIVEN)}-${name}` : name;
}

/** Where somebody says to live; null for those who don't. */
export function drawLocation(random: Random): string | null {
  return random.chance(0.5) ? random.pick(CITIES) : null;
}

/** The letters of a name that fit a login or the local part of an address. */
export function toLatin(name: string): string {
  const spelled = name.replaceAll(/[łŁ]/g, 'l').replaceAll(/[øØ]/g, 'o').replaceAll(/ß/g, 'ss');
  return spelled
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '');
}

const NOUNS =
  'planner executor buffer checkpoint vacuum index cursor snapshot wal replica lock collation partition trigger statistics tuple page cache catalog extension sequence aggregate window hash merge sort scan join filter vector tide orbit epoch ledger'.split(
    ' ',
  );
const VERBS = [
  'Fix',
  'Add',
  'Remove',
  'Speed up',
  'Simplify',
  'Document',
  'Avoid',
  'Handle',
  'Reject',
  'Support',
  'Test',
  'Rework',
  'Cache',
  'Split',
  'Rename',
  'Check',
];
const TAILS =
  'on restart|for empty input|under load|with NULL keys|in parallel mode|after a crash|for large tables|on 32-bit machines|with nested types|when the disk is full|in the error path|before commit'.split(
    '|',
  );

/** A title as people give to changes. */
export function drawTitle(random: Random): string {
  return `${random.pick(VERBS)} ${random.pick(NOUNS)} ${random.pick(NOUNS)} ${random.pick(TAILS)}`;
}

/** A title as people give to reports. */
export function drawReport(random: Random): string {
  const noun = `${random.pick(NOUNS)} ${random.pick(NOUNS)}`;
  return random.pick([
    `Wrong result from ${noun} ${random.pick(TAILS)}`,
    `Crash in ${noun} ${random.pick(TAILS)}`,
    `How to configure ${noun}?`,
    `Feature: ${noun} ${random.pick(TAILS)}`,
    `${noun} is slow ${random.pick(TAILS)}`,
  ]);
}

/** Some sentences. */
export function drawText(random: Random, sentences: number): string {
  const all = Array.from(
    { length: sentences },
    () => `The ${random.pick(NOUNS)} of the ${random.pick(NOUNS)} changes ${random.pick(TAILS)}.`,
  );
  return all.join(' ');
}

/** One word of the trade. */
export function drawNoun(random: Random): string {
  return random.pick(NOUNS);
}
