package dev.temper.toolkit.law;

/** The upper triangle R of a matrix of many rows and few columns, {@code JᵀJ = RᵀR}, by Householder's reflections, block by block. */
final class Triangle {
    private static final int BLOCK = 64;

    private Triangle() {}

    /** A square of the columns' number; zero below the diagonal. */
    static double[][] of(double[][] rows) {
        return of(rows, rows[0].length, new double[0]);
    }

    /** With one more column at the end. */
    static double[][] of(double[][] rows, double[] last) {
        return of(rows, rows[0].length + 1, last);
    }

    private static double[][] of(double[][] rows, int size, double[] last) {
        double[][] block = new double[size + Math.min(BLOCK, rows.length)][size];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int count = Math.min(BLOCK, rows.length - from);
            for (int i = 0; i < count; i++) {
                System.arraycopy(rows[from + i], 0, block[size + i], 0, rows[0].length);
                if (last.length > 0) {
                    block[size + i][size - 1] = last[from + i];
                }
            }
            reduce(block, size + count, size);
        }
        double[][] triangle = new double[size][];
        System.arraycopy(block, 0, triangle, 0, size);
        return triangle;
    }

    private static void reduce(double[][] rows, int count, int size) {
        for (int j = 0; j < size; j++) {
            double squares = 0;
            for (int i = j; i < count; i++) {
                squares += rows[i][j] * rows[i][j];
            }
            if (squares == 0) {
                continue;
            }
            double diagonal = rows[j][j] > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
            double head = rows[j][j] - diagonal;
            double scale = 1 / (diagonal * head);
            for (int k = j + 1; k < size; k++) {
                double sum = head * rows[j][k];
                for (int i = j + 1; i < count; i++) {
                    sum += rows[i][j] * rows[i][k];
                }
                sum *= scale;
                rows[j][k] += sum * head;
                for (int i = j + 1; i < count; i++) {
                    rows[i][k] += sum * rows[i][j];
                }
            }
            rows[j][j] = diagonal;
            for (int i = j + 1; i < count; i++) {
                rows[i][j] = 0;
            }
        }
    }
}
