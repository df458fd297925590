package io.fluxalchemy.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows of every module, and the habits that go with them. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void readEveryModule() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                // the faults the tests run under are no part of the house: they block and subscribe as tests do
                .withImportOption(location -> !location.contains("/fault-matrix/"))
                .importPackages(House.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dialects", "mapping", "processor", "jackson", "testkit"})
    void importsFollowTheArrows(String module) {
        HouseRules.arrows(House.ofFluxAlchemy()).check(of(module));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dialects", "mapping", "processor", "jackson", "testkit"})
    void packagesAreAcyclic(String module) {
        HouseRules.acyclic(House.ofFluxAlchemy()).check(of(module));
    }

    @Test
    void theCoreIsNotMissedByItsName() {
        assertThat(of("")).anyMatch(c -> c.getPackageName().equals("io.fluxalchemy.sql"));
        assertThat(of("")).noneMatch(c -> c.getPackageName().startsWith("io.fluxalchemy.mapping"));
    }

    @Test
    void nothingBelowTheEngineKnowsReactorOrR2dbc() {
        HouseRules.notReactive(HouseRules.packages(House.BELOW_ENGINE)).check(house);
        HouseRules.notReactive(HouseRules.packages(House.PURE_ELSEWHERE)).check(house);
    }

    @Test
    void aDriverIsImportedByItsAdapterOnly() {
        HouseRules.driversStayInTheirRoom(House.ROOT).check(house);
    }

    @Test
    void onlyTheListedClassesSubscribe() {
        HouseRules.subscribeOnlyIn(House.MAY_SUBSCRIBE).check(house);
    }

    @Test
    void nothingBlocksButTheStartOfTestServers() {
        HouseRules.neverBlocks()
                .check(house.that(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.fluxalchemy.testkit.."))));
    }

    @Test
    void noThreadLocalNoHooksNoStandardStreams() {
        HouseRules.noThreadLocalAndNoHooks().check(house);
        HouseRules.standardStreamsAreTheApplications().check(house);
    }

    @Test
    void namesHaveANoun() {
        HouseRules.nounsOnly().check(house);
    }

    @Test
    void everyPackageIsNullMarked() {
        HouseRules.packagesAreNullMarked().check(house);
    }

    /** The classes of one module; the core has no package of its own name and is what no other module has. */
    private static JavaClasses of(String module) {
        return house.that(
                DescribedPredicate.describe("of " + module, c -> moduleOf(c).equals(module)));
    }

    private static String moduleOf(JavaClass javaClass) {
        return Stream.of("dialects", "mapping", "processor", "jackson", "testkit")
                .filter(name -> (javaClass.getPackageName() + ".").startsWith(House.ROOT + "." + name + "."))
                .findFirst()
                .orElse("");
    }
}
