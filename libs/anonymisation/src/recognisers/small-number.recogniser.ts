import { numberWord } from '../lexicon/number-words.js';
import { personNouns } from '../lexicon/person-nouns.js';
import type { Recogniser, Span } from '../span.js';
import { fold } from '../text/fold.js';
import { both, finder, inSmallLetters } from './found.js';
import { matchesOf } from '../text/matches.js';

const SMALL =
  /(?<![\p{L}\d.,/:%-])(?<!(?:of|de|than|que|moins|menos|sdgs?|ods|odd|articles?|art\.|arts\.)\s)([1-9])\s+(?!(?:million|milli[eo]n|millones|milh|mill[óo]n|milliard|thousand|hundred|mil\s|ألف|مليون|مئة))(\p{L}+)(?:\s+(\p{L}+))?/giu;
const SHARE =
  /(?<![\d.,/])(\d{1,3})\s+(?:out\s+of(?:\s+the)?|sur|de\s+cada|de\s+un\s+total\s+de|em\s+cada|de\s+um\s+total\s+de|من\s+أصل|من\s+بين)\s+(?:les\s+|los\s+|las\s+|os\s+|as\s+)?(\d{1,4})(?![\d.,]\d)/giu;
const OF = /(?<![\d.,/])(\d{1,2})\s+(?:of(?:\s+the)?|de\s+(?:las|los)|d[ao]s)\s+(\d{1,4})(?:\s+(\p{L}+))(?:\s+(\p{L}+))?/giu;

/** The numbers under ten in five languages; "one" is an article in most of them and tells nothing. */
const SPELLED =
  /\b(?:[Tt](?:wo|hree|rois|res|rês)|[Ff](?:our|ive)|[Ss](?:ix|even|ept|eis|iete|ete)|[Ee]ight|[Nn](?:ine|euf|ueve|ove)|[Dd](?:eux|os|ois|uas)|[Qq]uatr[eo]|[Cc](?:inq|uatro|inco)|[Hh]uit|[Oo](?:cho|ito))\s+(\p{L}+)(?:\s+(\p{L}+))?/gu;
const SPELLED_ARABIC =
  /(?<=(?<!\p{L})[وفبل]?)(?:ثلاثة|ثلاث|أربعة|أربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثماني|ثمان|تسعة|تسع)\s+(\p{L}+)(?:\s+(\p{L}+))?/gu;
/** "Two of every three": what follows is a share. */
const SHARE_BEFORE = /(?:[\p{L}\p{N}]|(?:every|each|chaque|cada|sur|of)\s)$/iu;
/** "Two of every three", "three or four times a year", and the like tell of a share or a habit, not of a group. */
const NOT_A_GROUP = /^(?:out|of|de|sur|em|من|times|fois|veces|vezes|or|ou|o|e|et|and|y)$/i;
/** "One of the twelve women": one alone is an article, one of a number is a share. */
const ONE_OF = /\s(?:one\s+(?:out\s+)?of|un[ea]?\s+(?:sur|des|de\s+l[oa]s)|uno\s+de\s+los|uma?\s+d[oa]s|واحدة?\s+من)\s/g;
/** A share in words, or in words and digits, up to the words for those it is a share of. */
const SHARE_OF =
  /(\p{L}+\s+(?:(?:out\s+)?of|sur|des|de\s+l[oa]s|d[oa]s|من(?:\s+أصل|\s+بين)?)\s+(?:the\s+|les\s+|l[oa]s\s+|[oa]s\s+)?(?:un?m?\s+total\s+de\s+)?(\d{1,4}|\p{L}+)(?:-\p{L}+)?)((?:\s+\p{L}+){1,3})/uy;
/** Groups under ten that are no number: a pair, half a dozen. */
const GROUP =
  'half\\s+a\\s+dozen|a\\s+(?:couple|pair|trio|handful)\\s+of|une\\s+(?:demi-douzaine|poignée)\\s+de|un\\s+p(?:ar|uñado)\\s+de|media\\s+docena\\s+de|um\\s+par\\s+de|meia\\s+dúzia\\s+de|نصف\\s+دزينة\\s+من';
/** One person alone: for the reviewer to judge. */
const ALONE = '(?:only|just)\\s+one|a\\s+single|une?\\s+seule?|un[ao]?\\s+(?:sol[ao]|únic[ao])|uma?\\s+(?:só|únic[ao])';
/** It begins behind a space, which is quick to look for. */
const FEW = new RegExp(`\\s(?:(${GROUP})|${ALONE})(?=\\s+([^\\s,.;:!?()]+)(?:\\s+([^\\s,.;:!?()]+))?)`, 'g');
/** The dual of words for people: "امرأتان" is two women. */
const DUAL = /(?<!\p{L})[وفبل]?(?:ال)?(?:شخص|طفل|امرأ|رجل|ضحي|سجين|معتقل|لاجئ)(?:ت)?(?:ان|ين)(?!\p{L})/gu;

const found = finder('small-number', 'number');

/** Counts of people under ten, and shares such as "1 out of 12", in digits or in words. */
export const smallNumber: Recogniser = {
  id: 'small-number',
  version: '2',
  scripts: both,
  find({ text, traits }) {
    const small = ` ${inSmallLetters(text)}`;
    const spans: Span[] = [...spelled(text, small, traits.arabic), ...few(small)];
    if (!traits.runs.some((run) => isCandidate(text, run))) return spans;
    for (const match of matchesOf(text, SMALL)) {
      if (isPeople(match[2]) || isPeople(match[3])) spans.push(found(match.index, match.index + 1, 'small-count'));
    }
    if (traits.digits < 2) return spans;
    for (const pattern of [SHARE, OF]) {
      for (const match of matchesOf(text, pattern)) {
        const [part, whole] = [Number(match[1]), Number(match[2])];
        const named = pattern === SHARE || isPeople(match[3]) || isPeople(match[4]);
        if (named && part <= whole && (part < 10 || whole < 10))
          spans.push(
            found(match.index, match.index + match[0].indexOf(match[2] ?? '', (match[1] ?? '').length) + (match[2] ?? '').length, 'share'),
          );
      }
    }
    return spans;
  },
};

/** `small`: the text in small letters, behind a space. */
const spelled = (text: string, small: string, arabic: boolean): Span[] => {
  const spans: Span[] = [];
  for (const pattern of arabic ? [SPELLED, SPELLED_ARABIC] : [SPELLED])
    for (const match of matchesOf(text, pattern)) {
      spans.push(...shareAt(text, match.index));
      if (NOT_A_GROUP.test(match[1] ?? '') || !(isPeople(match[1]) || isPeople(match[2]))) continue;
      if (pattern === SPELLED && SHARE_BEFORE.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
      spans.push(found(match.index, match.index + match[0].search(/\s/), 'small-count'));
    }
  for (const match of matchesOf(small, ONE_OF)) spans.push(...shareAt(text, match.index));
  if (arabic)
    for (const match of matchesOf(text, DUAL)) spans.push(found(match.index, match.index + match[0].length, 'small-count', 'flag'));
  return spans;
};

const shareAt = (text: string, at: number): Span[] => {
  SHARE_OF.lastIndex = at;
  const [, share = '', whole = '', after = ''] = SHARE_OF.exec(text) ?? [];
  if (!(Number(numberWord(whole) ?? whole) > 1) || !after.trim().split(/\s+/).some(isPeople)) return [];
  return [found(at, at + share.length, 'share')];
};

const few = (small: string): Span[] =>
  matchesOf(small, FEW).flatMap(({ index, 0: all, 1: group, 2: first, 3: second }) =>
    isPeople(first) || isPeople(second) ? [found(index, index + all.length - 1, 'small-count', group === undefined ? 'flag' : 'auto')] : [],
  );

const isPeople = (word: string | undefined): boolean => word !== undefined && personNouns.has(fold(word));

/** A digit that stands alone, or a number before another. */
const CANDIDATE = /(?:[1-9]\s+\p{L}|\d{1,3}\s+\p{L}[^\d]{0,22}\d)/uy;
const isCandidate = (text: string, run: number): boolean => {
  CANDIDATE.lastIndex = run;
  return CANDIDATE.test(text);
};
