/**
 * Solves a square system of linear equations in place by Gaussian elimination with pivots.
 * @param matrix `n`×`n` numbers row by row; overwritten
 * @param right `n` numbers; holds the solution afterwards
 * @returns false when the system is singular
 */
export function solve(matrix: Float64Array, right: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) {
      if (Math.abs(matrix[r * n + i]!) > Math.abs(matrix[pivot * n + i]!)) pivot = r;
    }
    if (Math.abs(matrix[pivot * n + i]!) < 1e-9) return false;
    if (pivot !== i) {
      for (let c = i; c < n; c++) {
        const keep = matrix[i * n + c]!;
        matrix[i * n + c] = matrix[pivot * n + c]!;
        matrix[pivot * n + c] = keep;
      }
      const keep = right[i]!;
      right[i] = right[pivot]!;
      right[pivot] = keep;
    }
    for (let r = i + 1; r < n; r++) {
      const factor = matrix[r * n + i]! / matrix[i * n + i]!;
      if (factor === 0) continue;
      for (let c = i; c < n; c++) matrix[r * n + c]! -= factor * matrix[i * n + c]!;
      right[r]! -= factor * right[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let c = i + 1; c < n; c++) sum -= matrix[i * n + c]! * right[c]!;
    right[i] = sum / matrix[i * n + i]!;
  }
  return true;
}
