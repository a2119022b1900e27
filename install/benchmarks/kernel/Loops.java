    static long sieve() {
        boolean[] no = new boolean[2_000_000];
        long found = 0;
        for (int i = 2; i < no.length; i++) {
            if (!no[i]) {
                found++;
                for (long j = (long) i * i; j < no.length; j += i) no[(int) j] = true;
            }
        }
        return found;
    }

    static long collatz() {
        long steps = 0;
        for (int i = 1; i < 100_000; i++) {
            long n = i;
            while (n != 1) {
                n = (n & 1) == 0 ? n / 2 : 3 * n + 1;
                steps++;
            }
        }
        return steps;
    }

    static long words() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400_000; i++) text.append(i % 10).append(' ');
        return text.length();
    }

    static long map() {
        java.util.HashMap<Integer, Integer> counts = new java.util.HashMap<>();
        for (int i = 0; i < 500_000; i++) counts.merge(i % 1000, 1, Integer::sum);
        return counts.get(7);
    }

    static long matrix() {
        int n = 160;
        double[][] a = new double[n][n], b = new double[n][n], c = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { a[i][j] = i + j; b[i][j] = i - j; }
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) sum += a[i][k] * b[k][j];
                c[i][j] = sum;
            }
        return (long) c[n - 1][n - 1];
    }

    static long newton() {
        double sum = 0;
        for (int i = 1; i < 300_000; i++) {
            double x = i;
            for (int turn = 0; turn < 100 && Math.abs(x * x - i) > 1e-9 * i; turn++) x = 0.5 * (x + i / x);
            sum += x;
        }
        return (long) sum;
    }

    static long arrayAdd() {
        int[] a = new int[100_000], b = new int[100_000];
        for (int turn = 0; turn < 300; turn++) for (int i = 0; i < a.length; i++) a[i] += b[i] + turn;
        return a[99];
    }

    static long arrayScale() {
        double[] a = new double[100_000], b = new double[100_000];
        for (int turn = 0; turn < 200; turn++) for (int i = 0; i < a.length; i++) a[i] = a[i] * 0.5 + b[i];
        return (long) a[99];
    }

    static long arraySum() {
        int[] a = new int[100_000];
        long sum = 0;
        for (int turn = 0; turn < 400; turn++) for (int i = 0; i < a.length; i++) sum += a[i];
        return sum;
    }
