package io.fluxalchemy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Point 17, as far as the build files show it. */
class SupplyChainTest {

    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
    private static final Pattern RANGE = Pattern.compile("[\\[(].*,.*[\\])]|LATEST|RELEASE");

    @Test
    void versionsStandInTheParentAndAreNoRanges() throws IOException {
        Path parent = SecurityPolicyTest.root().resolve("pom.xml");
        for (Path pom : poms()) {
            String text = Files.readString(pom);
            List<String> versions =
                    VERSION.matcher(text).results().map(r -> r.group(1)).toList();
            assertThat(versions.stream()
                            .filter(version -> RANGE.matcher(version).matches()))
                    .as(pom + ": only the JDK and Maven may be newer than said")
                    .isSubsetOf("[17,)", "[3.8.6,)");
            if (!pom.equals(parent)) {
                assertThat(versions)
                        .as(pom.toString())
                        .allMatch(version -> version.startsWith("${") || version.equals("0.1.0-SNAPSHOT"));
            }
        }
        assertThat(Files.readString(parent)).doesNotContain("<repository>", "<pluginRepository>");
    }

    @Test
    void archivesHaveATimeOfTheirOwnAndWhatIsPublishedCanBeSignedListedAndChecked() throws IOException {
        String parent = Files.readString(SecurityPolicyTest.root().resolve("pom.xml"));
        assertThat(parent).contains("<project.build.outputTimestamp>2", "maven-artifact-plugin");
        String page = Files.readString(SecurityPolicyTest.root().resolve("docs/threat-model.md"));
        for (String profile : List.of("sbom", "sign", "cve")) {
            assertThat(parent).contains("<id>" + profile + "</id>");
            assertThat(page).contains("mvn -P" + profile + " ");
        }
    }

    private static List<Path> poms() throws IOException {
        try (Stream<Path> files = Files.walk(SecurityPolicyTest.root())) {
            return files.filter(file -> file.getFileName().toString().equals("pom.xml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }
}
