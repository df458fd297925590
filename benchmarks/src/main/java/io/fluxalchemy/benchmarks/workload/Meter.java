package io.fluxalchemy.benchmarks.workload;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Wall time, CPU of the whole process (its collector and compiler too) and bytes allocated by its threads, while it runs. */
final class Meter {

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long operations;
    private long nanos;
    private long cpu;
    private long bytes;
    private long nanosAtStart;
    private long cpuAtStart;
    private long bytesAtStart;

    void start() {
        bytesAtStart = allocated();
        cpuAtStart = process.getProcessCpuTime();
        nanosAtStart = System.nanoTime();
    }

    void stop(long done) {
        nanos += System.nanoTime() - nanosAtStart;
        cpu += process.getProcessCpuTime() - cpuAtStart;
        bytes += allocated() - bytesAtStart;
        operations += done;
    }

    long nanos() {
        return nanos;
    }

    Figures figures() {
        return new Figures(operations, nanos, cpu, bytes);
    }

    /** Event loops and pools live as long as the process, so none of their bytes are lost with a thread. */
    private long allocated() {
        long sum = 0;
        for (long each : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(each, 0);
        }
        return sum;
    }
}
