import { repetition } from '../../images/image-metrics.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import type { AuditReport, ReportBody } from '../report.ts';
import type { Files, Values } from './values.ts';

/** Sides of at least this part of the target resolution are near it. */
const nearTarget = 0.75;

/** Fills the metrics that follow from the images; without them nothing. */
export function imageEvidence(
  values: Values,
  files: Files,
  { metrics, images, clusters, damaged }: ReportBody,
  settings: FolderSettings,
  isSubject: (file: string) => boolean,
  compared: boolean,
): void {
  const measured = metrics.images;
  if (measured === null) return;
  values['damaged-images'] = measured.damaged;
  files['damaged-images'] = damaged.map(({ file }) => file);
  if (measured.images === 0) return;
  clusterValues(values, files, images, clusters, isSubject);
  if (compared) lookAlikeValues(values, files, clusters, images.filter(({ file }) => isSubject(file)).length);
  const sized = images.filter(({ file, width, height }) => width !== null && height !== null && isSubject(file));
  if (settings.family.resolution === null || sized.length === 0) return;
  const area = (settings.family.resolution * nearTarget) ** 2;
  const isNear = ({ width, height }: { width: number | null; height: number | null }): boolean =>
    (width ?? 0) * (height ?? 0) >= area;
  values['near-target-share'] = sized.filter(isNear).length / sized.length;
  files['near-target-share'] = sized.filter((image) => !isNear(image)).map(({ file }) => file);
}

const withoutExtension = (file: string): string => file.replace(/\.[^./]*$/, '');

/** Pictures that look like others whose captions are word for word those of others. */
function lookAlikeValues(values: Values, files: Files, clusters: AuditReport['clusters'], all: number): void {
  if (all === 0) return;
  const alike = new Set(clusters.flatMap((cluster) => cluster.files.map(withoutExtension)));
  const found = (files['identical-caption-share'] ?? []).filter((file) => alike.has(withoutExtension(file)));
  values['look-alike-share'] = found.length / all;
  files['look-alike-share'] = found;
}

/** Duplicates among the images of the subject: what a regularization set repeats is not what is learnt by heart. */
function clusterValues(
  values: Values,
  files: Files,
  images: AuditReport['images'],
  clusters: AuditReport['clusters'],
  isSubject: (file: string) => boolean,
): void {
  const {
    images: all,
    groups,
    dense,
    effective,
  } = repetition(
    images.map(({ file }) => file),
    clusters,
    isSubject,
  );
  if (all === 0) return;
  const [largest = []] = groups;
  const [densest = []] = dense;
  values['cluster-share'] = dense.flat().length / all;
  files['cluster-share'] = dense.flat();
  values['largest-cluster-share'] = largest.length / all;
  files['largest-cluster-share'] = largest;
  values['dense-cluster-share'] = densest.length / all;
  files['dense-cluster-share'] = densest;
  values['effective-images'] = effective;
  values['effective-image-share'] = effective / all;
  // What is no picture of its own: of each cluster one stays.
  files['effective-image-share'] = groups.flatMap((group) => group.slice(1));
}
