import { denseCluster } from '../../images/image-metrics.ts';
import type { FolderSettings } from '../../settings/settings.ts';
import type { AuditReport } from '../report.ts';
import type { Files, Values } from './values.ts';

/** Sides of at least this part of the target resolution are near it. */
const nearTarget = 0.75;

/** Fills the metrics that follow from the images; without them nothing. */
export function imageEvidence(
  values: Values,
  files: Files,
  { metrics, images, clusters, damaged }: Omit<AuditReport, 'advice'>,
  settings: FolderSettings,
): void {
  const measured = metrics.images;
  if (measured === null) return;
  values['damaged-images'] = measured.damaged;
  files['damaged-images'] = damaged.map(({ file }) => file);
  if (measured.images === 0) return;
  const [largest] = [...clusters].sort((a, b) => b.files.length - a.files.length);
  const dense = clusters.filter((cluster) => cluster.files.length >= denseCluster);
  values['cluster-share'] = measured.clusteredShare;
  files['cluster-share'] = dense.flatMap((cluster) => cluster.files);
  values['largest-cluster-share'] = (largest?.files.length ?? 0) / measured.images;
  files['largest-cluster-share'] = largest?.files ?? [];
  values['dense-cluster-share'] = measured.largestClusterShare;
  files['dense-cluster-share'] = dense.includes(largest) ? largest.files : [];
  values['effective-images'] = measured.effectiveImages;
  values['effective-image-share'] = measured.effectiveShare;
  files['effective-image-share'] = clusters.flatMap((cluster) => cluster.files);
  const sized = images.filter(({ width, height }) => width !== null && height !== null);
  if (settings.family.resolution === null || sized.length === 0) return;
  const area = (settings.family.resolution * nearTarget) ** 2;
  const isNear = ({ width, height }: { width: number | null; height: number | null }): boolean =>
    (width ?? 0) * (height ?? 0) >= area;
  values['near-target-share'] = sized.filter(isNear).length / sized.length;
  files['near-target-share'] = sized.filter((image) => !isNear(image)).map(({ file }) => file);
}
