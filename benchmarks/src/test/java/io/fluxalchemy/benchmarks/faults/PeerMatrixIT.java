package io.fluxalchemy.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxalchemy.faults.matrix.Verdict;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

/** The program runs: cases that every peer passes, and one that none can, which its check finds out. */
class PeerMatrixIT {

    @Test
    void casesThatNeedNothingPassOnPeersAndOneThatNoneSurvivesIsFound() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            PeerMatrix.run(
                            "r2dbc:postgresql://postgres@localhost:" + server.getPort() + "/postgres",
                            fault -> fault.id().startsWith("p5-late-")
                                    || fault.id().equals("p5-dispose-mono-1")
                                    || fault.id().startsWith("p11-reset-"))
                    .forEach((peer, verdicts) -> {
                        assertThat(verdicts).as(peer).hasSize(9);
                        for (Verdict verdict : verdicts) {
                            String id = verdict.fault().id();
                            assertThat(verdict.isApplicable()).as(id).isEqualTo(!id.startsWith("p11"));
                            assertThat(verdict.isPassed()).as(peer + " " + id).isEqualTo(id.startsWith("p5-late"));
                        }
                    });
        }
    }
}
