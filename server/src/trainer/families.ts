export const familyIds = ['sd15', 'sd2', 'sdxl', 'sd3', 'flux'] as const;
export type FamilyId = (typeof familyIds)[number];
export const families: Readonly<Record<FamilyId, { clipLimit: number | null; resolution: number }>> = {
  sd15: { clipLimit: 75, resolution: 512 },
  sd2: { clipLimit: 75, resolution: 768 },
  sdxl: { clipLimit: 75, resolution: 1024 },
  sd3: { clipLimit: 75, resolution: 1024 },
  flux: { clipLimit: null, resolution: 1024 },
};
