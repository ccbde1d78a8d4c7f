package io.healthconnect.application.doctor;

/** How many typing mistakes lie between two words. */
final class EditDistance {
  private EditDistance() {}

  /**
   * The Damerau-Levenshtein distance (optimal string alignment): how many letters have to be
   * inserted, removed, replaced, or swapped with their neighbour to turn one word into the other.
   */
  static int between(String one, String other) {
    int[] a = one.codePoints().toArray();
    int[] b = other.codePoints().toArray();
    int[][] distance = new int[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : step(distance, a, b, i, j);
      }
    }
    return distance[a.length][b.length];
  }

  private static int step(int[][] distance, int[] a, int[] b, int i, int j) {
    int replaced = distance[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
    return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
