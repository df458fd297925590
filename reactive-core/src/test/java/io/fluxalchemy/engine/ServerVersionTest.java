package io.fluxalchemy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerVersionTest {

    @Test
    void theMajorVersionStandsBeforeTheFirstOtherCharacter() {
        assertThat(ServerVersion.major("15.18 (Debian 15.18-0+deb12u1)")).contains(15);
        assertThat(ServerVersion.major("18beta1")).contains(18);
        assertThat(ServerVersion.major("17")).contains(17);
    }

    @Test
    void whatIsNoVersionIsNotMadeOne() {
        assertThat(ServerVersion.major("")).isEmpty();
        assertThat(ServerVersion.major("PostgreSQL 15")).isEmpty();
        assertThat(ServerVersion.major("20261120001")).isEmpty();
    }
}
