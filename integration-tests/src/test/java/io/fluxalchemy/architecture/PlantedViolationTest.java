package io.fluxalchemy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules find what they are for: each is shown a class of the package "planted" that breaks it. */
class PlantedViolationTest {

    private static final String PLANTED = "io.fluxalchemy.architecture.planted";

    private final JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    private final House house = House.planted(PLANTED);

    @Test
    void anImportAgainstTheArrowsIsFound() {
        finds(HouseRules.arrows(house), "no arrow from 'lower' to 'upper'");
    }

    @Test
    void aRoomThatIsNotDrawnIsFound() {
        finds(HouseRules.arrows(house), "'cellar', which House does not draw");
    }

    @Test
    void aCycleIsFound() {
        finds(HouseRules.acyclic(house), "Cycle detected");
    }

    @Test
    void reactorInAPureRoomIsFound() {
        finds(HouseRules.notReactive(PLANTED + ".cellar"), "reactor.core.publisher.Mono");
    }

    @Test
    void aDriverOutsideItsRoomIsFound() {
        finds(HouseRules.driversStayInTheirRoom(PLANTED), "io.r2dbc.postgresql");
    }

    @Test
    void aSubscriptionOffTheListIsFoundAndOneOnTheListIsNot() {
        finds(HouseRules.subscribeOnlyIn(Set.of()), "subscribe()");
        assertThat(HouseRules.subscribeOnlyIn(Set.of(PLANTED + ".cellar.PipelineHelper"))
                        .evaluate(planted)
                        .hasViolation())
                .isFalse();
    }

    @Test
    void blockingIsFound() {
        finds(HouseRules.neverBlocks(), "block()");
        finds(HouseRules.neverBlocks(), "Thread.sleep");
    }

    @Test
    void threadLocalHooksAndStandardStreamsAreFound() {
        finds(HouseRules.noThreadLocalAndNoHooks(), "java.lang.ThreadLocal");
        finds(HouseRules.noThreadLocalAndNoHooks(), "reactor.core.publisher.Hooks");
        finds(HouseRules.standardStreamsAreTheApplications(), "java.lang.System.out");
    }

    @Test
    void aNameWithoutANounIsFound() {
        finds(HouseRules.nounsOnly(), "PipelineHelper");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        finds(HouseRules.packagesAreNullMarked(), "lacks a package-info.java");
    }

    private void finds(ArchRule rule, String sentence) {
        EvaluationResult result = rule.evaluate(planted);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(sentence);
    }
}
