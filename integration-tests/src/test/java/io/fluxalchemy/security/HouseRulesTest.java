package io.fluxalchemy.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fluxalchemy.sql.Sql;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Points 1, 3, 14 and 15, as far as the code itself shows them. */
class HouseRulesTest {

    private static JavaClasses house;

    @BeforeAll
    static void readEveryModule() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.fluxalchemy");
    }

    @Test
    void theCompilerFormatsNoText() {
        noClasses()
                .that()
                .resideInAnyPackage("io.fluxalchemy.compiler..", "io.fluxalchemy.sql..")
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Formatter")
                .check(house);
    }

    @Test
    void nothingIsDeserialised() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .check(house);
    }

    /** Class names come from code: the generated metamodel beside its entity, and optional libraries of the test kit. */
    @Test
    void onlyTheMetamodelAndTheTestKitAreFoundByName() {
        TreeSet<String> byName = house.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> (call.getTargetOwner().isEquivalentTo(Class.class)
                                        && call.getName().equals("forName"))
                                || (call.getTargetOwner().isAssignableTo(ClassLoader.class)
                                        && call.getName().equals("loadClass"))))
                .map(type -> type.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(byName).isSubsetOf(MAY_LOAD_BY_NAME);
    }

    private static final java.util.Set<String> MAY_LOAD_BY_NAME = java.util.Set.of(
            "io.fluxalchemy.mapping.session.EntityRegistry", "io.fluxalchemy.testkit.database.ClassPath");

    /** Text that becomes SQL as it stands has few doors, each with a name of its own; a new one is a decision. */
    @Test
    void theDoorsForSqlTextAreKnown() {
        TreeSet<String> doors = Arrays.stream(Sql.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(String.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(doors)
                .as(
                        "words that take a String: sql and template are SQL, call and table check a name, cte, recursive and"
                                + " values quote one, value and stringAgg bind it")
                .containsExactlyInAnyOrder(
                        "sql", "template", "call", "table", "cte", "recursive", "values", "value", "stringAgg");
    }
}
