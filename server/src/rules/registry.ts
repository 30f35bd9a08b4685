import cachedLatentsConflict from './config/cached-latents-conflict.ts';
import cachedTextEncoderConflict from './config/cached-text-encoder-conflict.ts';
import captionExtensionFindsNothing from './config/caption-extension-finds-nothing.ts';
import configRefusedValue from './config/config-refused-value.ts';
import configWrongType from './config/config-wrong-type.ts';
import disabledBuckets from './config/disabled-buckets.ts';
import ignoredConfigOption from './config/ignored-config-option.ts';
import keepTokensMismatch from './config/keep-tokens-mismatch.ts';
import missingConfigKey from './config/missing-config-key.ts';
import missingImageDir from './config/missing-image-dir.ts';
import nanProneSettings from './config/nan-prone-settings.ts';
import oversizedBatch from './config/oversized-batch.ts';
import refusedBucketStep from './config/refused-bucket-step.ts';
import smallMaxBucket from './config/small-max-bucket.ts';
import stopsTraining from './config/stops-training.ts';
import tokenLimitMismatch from './config/token-limit-mismatch.ts';
import unbalancedRepeats from './config/unbalanced-repeats.ts';
import unknownConfigKey from './config/unknown-config-key.ts';
import unreadableConfig from './config/unreadable-config.ts';
import unusedRegularization from './config/unused-regularization.ts';
import uselessKeepTokensSeparator from './config/useless-keep-tokens-separator.ts';
import ambiguousAttribute from './consistency/ambiguous-attribute.ts';
import conflictingDuplicateCaptions from './consistency/conflicting-duplicate-captions.ts';
import contradictoryTags from './consistency/contradictory-tags.ts';
import deprecatedTag from './consistency/deprecated-tag.ts';
import foreignLanguage from './consistency/foreign-language.ts';
import identicalCaptions from './consistency/identical-captions.ts';
import identityConflict from './consistency/identity-conflict.ts';
import mixedCaptionStyle from './consistency/mixed-caption-style.ts';
import nearIdenticalTag from './consistency/near-identical-tag.ts';
import redundantTag from './consistency/redundant-tag.ts';
import synonymDrift from './consistency/synonym-drift.ts';
import unknownTag from './consistency/unknown-tag.ts';
import constantStyleTags from './distribution/constant-style-tags.ts';
import framingBias from './distribution/framing-bias.ts';
import headHeavyVocabulary from './distribution/head-heavy-vocabulary.ts';
import lowDiversity from './distribution/low-diversity.ts';
import missingField from './distribution/missing-field.ts';
import plainRegularization from './distribution/plain-regularization.ts';
import singletonTags from './distribution/singleton-tags.ts';
import templateCaptions from './distribution/template-captions.ts';
import tokenOverflowShare from './distribution/token-overflow-share.ts';
import missingCaption from './files/missing-caption.ts';
import noImages from './files/no-images.ts';
import orphanCaption from './files/orphan-caption.ts';
import sharedCaption from './files/shared-caption.ts';
import staleCache from './files/stale-cache.ts';
import unseenImage from './files/unseen-image.ts';
import wrongCaptionExtension from './files/wrong-caption-extension.ts';
import animatedImage from './images/animated-image.ts';
import blurredImage from './images/blurred-image.ts';
import colourContradiction from './images/colour-contradiction.ts';
import dominantCluster from './images/dominant-cluster.ts';
import enlargedImage from './images/enlarged-image.ts';
import exactDuplicate from './images/exact-duplicate.ts';
import extremeAspectRatio from './images/extreme-aspect-ratio.ts';
import framedImage from './images/framed-image.ts';
import heavyCompression from './images/heavy-compression.ts';
import heavyCrop from './images/heavy-crop.ts';
import lowResolution from './images/low-resolution.ts';
import mixedFormats from './images/mixed-formats.ts';
import nearDuplicate from './images/near-duplicate.ts';
import outlierImage from './images/outlier-image.ts';
import relatedImage from './images/related-image.ts';
import rotatedByExif from './images/rotated-by-exif.ts';
import smoothRegularization from './images/smooth-regularization.ts';
import thinBucket from './images/thin-bucket.ts';
import transparentImage from './images/transparent-image.ts';
import unreadableImage from './images/unreadable-image.ts';
import upscaledImage from './images/upscaled-image.ts';
import wrongImageExtension from './images/wrong-image-extension.ts';
import type { Rule } from './rule.ts';
import byteOrderMark from './text/byte-order-mark.ts';
import captionerArtifact from './text/captioner-artifact.ts';
import duplicateTag from './text/duplicate-tag.ts';
import emptyCaption from './text/empty-caption.ts';
import emptyTag from './text/empty-tag.ts';
import escapedParenthesis from './text/escaped-parenthesis.ts';
import foreignSeparator from './text/foreign-separator.ts';
import fusedTags from './text/fused-tags.ts';
import ignoredLine from './text/ignored-line.ts';
import invisibleCharacter from './text/invisible-character.ts';
import misspeltWord from './text/misspelt-word.ts';
import mojibake from './text/mojibake.ts';
import oversizedCaption from './text/oversized-caption.ts';
import promptSyntax from './text/prompt-syntax.ts';
import repeatedWord from './text/repeated-word.ts';
import undecodableCaption from './text/undecodable-caption.ts';
import underscoreTag from './text/underscore-tag.ts';
import unseparatedTags from './text/unseparated-tags.ts';
import lateKeyTag from './tokens/late-key-tag.ts';
import tokenTruncation from './tokens/token-truncation.ts';
import classHijack from './trigger/class-hijack.ts';
import conceptOverlap from './trigger/concept-overlap.ts';
import misplacedTrigger from './trigger/misplaced-trigger.ts';
import missingRegularization from './trigger/missing-regularization.ts';
import missingTrigger from './trigger/missing-trigger.ts';
import misspeltTrigger from './trigger/misspelt-trigger.ts';
import mixedSubjects from './trigger/mixed-subjects.ts';
import overloadedTrigger from './trigger/overloaded-trigger.ts';
import triggerLockIn from './trigger/trigger-lock-in.ts';
import unbalancedConcepts from './trigger/unbalanced-concepts.ts';
import unconfirmedTrigger from './trigger/unconfirmed-trigger.ts';
import undeclaredRegularization from './trigger/undeclared-regularization.ts';

/** Every rule of the product, in the order of the documentation. Only a list. */
export const rules: readonly Rule[] = [
  undecodableCaption,
  mojibake,
  byteOrderMark,
  invisibleCharacter,
  foreignSeparator,
  unseparatedTags,
  fusedTags,
  repeatedWord,
  misspeltWord,
  captionerArtifact,
  emptyTag,
  ignoredLine,
  emptyCaption,
  oversizedCaption,
  promptSyntax,
  escapedParenthesis,
  underscoreTag,
  duplicateTag,
  tokenTruncation,
  lateKeyTag,
  contradictoryTags,
  synonymDrift,
  nearIdenticalTag,
  redundantTag,
  unknownTag,
  deprecatedTag,
  ambiguousAttribute,
  identityConflict,
  identicalCaptions,
  conflictingDuplicateCaptions,
  mixedCaptionStyle,
  foreignLanguage,
  missingTrigger,
  misplacedTrigger,
  misspeltTrigger,
  unconfirmedTrigger,
  overloadedTrigger,
  triggerLockIn,
  classHijack,
  conceptOverlap,
  missingRegularization,
  unbalancedConcepts,
  undeclaredRegularization,
  mixedSubjects,
  missingCaption,
  noImages,
  orphanCaption,
  wrongCaptionExtension,
  unseenImage,
  sharedCaption,
  staleCache,
  unreadableImage,
  lowResolution,
  extremeAspectRatio,
  heavyCrop,
  upscaledImage,
  smoothRegularization,
  thinBucket,
  exactDuplicate,
  nearDuplicate,
  relatedImage,
  wrongImageExtension,
  colourContradiction,
  dominantCluster,
  transparentImage,
  rotatedByExif,
  heavyCompression,
  mixedFormats,
  outlierImage,
  animatedImage,
  framedImage,
  enlargedImage,
  blurredImage,
  lowDiversity,
  framingBias,
  constantStyleTags,
  templateCaptions,
  headHeavyVocabulary,
  plainRegularization,
  singletonTags,
  missingField,
  tokenOverflowShare,
  unreadableConfig,
  unknownConfigKey,
  missingConfigKey,
  configWrongType,
  configRefusedValue,
  missingImageDir,
  captionExtensionFindsNothing,
  keepTokensMismatch,
  uselessKeepTokensSeparator,
  cachedTextEncoderConflict,
  cachedLatentsConflict,
  stopsTraining,
  tokenLimitMismatch,
  smallMaxBucket,
  refusedBucketStep,
  disabledBuckets,
  oversizedBatch,
  unbalancedRepeats,
  unusedRegularization,
  ignoredConfigOption,
  nanProneSettings,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function ruleById(id: string): Rule | undefined {
  return byId.get(id);
}
