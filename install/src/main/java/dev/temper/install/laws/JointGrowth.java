package dev.temper.install.laws;

import com.sun.management.OperatingSystemMXBean;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.joint.JointDraws;
import dev.temper.toolkit.law.joint.JointFit;
import dev.temper.toolkit.law.joint.JointFitting;
import dev.temper.toolkit.law.joint.JointOptions;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.StatUtils;

/** How the cost of a joint fit with intervals grows. */
final class JointGrowth {
    private static final int WARM_UP = 5;

    private JointGrowth() {}

    private record Size(String name, int sources, int budgets, int seeds, int draws) {}

    private static final Size USUAL = new Size("usual", 20, 8, 5, 2000);

    static Map<String, Double> run(PrintStream out) {
        for (int i = 0; i < WARM_UP; i++) {
            measure(USUAL);
        }
        out.printf(
                "%nA joint fit with its draws and an interval for each source%n%-14s %8s %8s %8s %8s %9s %9s%n",
                "", "sources", "budgets", "seeds", "draws", "wall s", "CPU s");
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Size size : new Size[] {
            USUAL,
            new Size("10 x sources", 200, 8, 5, 2000),
            new Size("100 x sources", 2000, 8, 5, 2000),
            new Size("10 x seeds", 20, 8, 50, 2000),
            new Size("100 x seeds", 20, 8, 500, 2000),
            new Size("10 x budgets", 20, 80, 5, 2000),
            new Size("10 x draws", 20, 8, 5, 20_000),
            new Size("100 x draws", 20, 8, 5, 200_000)
        }) {
            double[] seconds = measure(size);
            out.printf(
                    "%-14s %8d %8d %8d %8d %9.2f %9.2f%n",
                    size.name, size.sources, size.budgets, size.seeds, size.draws, seconds[0], seconds[1]);
            figures.put("joint_cpu_" + size.name.replace(' ', '_'), seconds[1]);
        }
        return figures;
    }

    private static double[] measure(Size size) {
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Observations> sources = new LinkedHashMap<>();
        for (int s = 0; s < size.sources; s++) {
            sources.put("s" + s, Pair.source(random).sweep(size.budgets, size.seeds, 0, random));
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpu = system.getProcessCpuTime();
        long wall = System.nanoTime();
        JointFit fit = JointFitting.fit(LawForms.POWER, sources, JointOptions.shrunk(FitOptions.losses()));
        JointDraws draws = fit.draws(size.draws, 1);
        for (String source : sources.keySet()) {
            StatUtils.percentile(draws.values(source, Truth.TARGET), 97.5);
        }
        return new double[] {(System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9};
    }
}
