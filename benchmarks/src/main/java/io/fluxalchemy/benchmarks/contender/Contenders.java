package io.fluxalchemy.benchmarks.contender;

import java.util.List;
import java.util.function.Function;

/** Who takes part, the baseline first. */
public enum Contenders {
    RAW("raw", RawContender::atDefaults),
    RAW_BEST("raw best", RawBestContender::open),
    FLUXALCHEMY("FluxAlchemy", FluxAlchemyContender::new),
    SPRING_DATA("Spring Data R2DBC", SpringDataContender::new),
    HIBERNATE_REACTIVE("Hibernate Reactive", HibernateReactiveContender::new),
    JOOQ("jOOQ", JooqContender::new);

    private final String title;
    private final Function<Target, Contender<?, ?>> opening;

    Contenders(String title, Function<Target, Contender<?, ?>> opening) {
        this.title = title;
        this.opening = opening;
    }

    public String title() {
        return title;
    }

    public Contender<?, ?> open(Target target) {
        return opening.apply(target);
    }

    public static List<Contenders> all() {
        return List.of(values());
    }
}
