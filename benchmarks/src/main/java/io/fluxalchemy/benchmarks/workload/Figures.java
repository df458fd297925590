package io.fluxalchemy.benchmarks.workload;

/** What one contender did in one turn: operations, and the wall time, CPU time and bytes they took. */
record Figures(long operations, long nanos, long cpuNanos, long bytes) {

    double rate() {
        return operations * 1e9 / nanos;
    }

    double cpuMicrosPerUnit(int units) {
        return cpuNanos / 1e3 / operations / units;
    }

    double bytesPerUnit(int units) {
        return (double) bytes / operations / units;
    }

    String line() {
        return operations + " " + nanos + " " + cpuNanos + " " + bytes;
    }

    static Figures parse(String line) {
        String[] parts = line.split(" ");
        return new Figures(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
