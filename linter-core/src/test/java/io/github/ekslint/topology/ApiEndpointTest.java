package io.github.ekslint.topology;

import static io.github.ekslint.topology.Groups.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiEndpointTest {

    private static final Value.Unresolved<String> OPEN =
            new Value.Unresolved<>("a placeholder", List.of(HERE), List.of(), null, null);

    private static ApiEndpoint access(String... cidrs) {
        return new ApiEndpoint(
                "c",
                Truth.yes(),
                Truth.no(),
                Listing.explicit(
                        Arrays.stream(cidrs).map(c -> Value.explicit(c, HERE)).toList(), HERE));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, TRUE, TRUE",
        "::/0, TRUE, TRUE",
        "0.0.0.0/1;128.0.0.0/1, TRUE, TRUE",
        "64.0.0.0/2, FALSE, TRUE",
        "52.0.0.0/8, FALSE, FALSE",
        "203.0.113.0/24;198.51.100.7/32, FALSE, FALSE"
    })
    void theUnionIsWhatCounts(String cidrs, Logic open, Logic wide) {
        ApiEndpoint access = access(cidrs.split(";"));
        assertThat(access.isOpen().logic()).isEqualTo(open);
        assertThat(access.isWiderThan(8, 20).logic()).isEqualTo(wide);
    }

    @Test
    void whatIsKnownToBeOpenStaysOpenWhateverElseIsListed() {
        ApiEndpoint access = new ApiEndpoint(
                "c",
                Truth.yes(),
                Truth.no(),
                Listing.explicit(List.of(Value.explicit("0.0.0.0/0", HERE), OPEN), HERE)
                        .withRest(OPEN));
        assertThat(access.isOpen().isTrue()).isTrue();
    }

    @Test
    void anEntryThatIsNotKnownMayBeTheInternet() {
        ApiEndpoint access = new ApiEndpoint(
                "c",
                Truth.yes(),
                Truth.no(),
                Listing.explicit(List.of(Value.explicit("203.0.113.0/24", HERE), OPEN), HERE));
        assertThat(access.isOpen().isUnknown()).isTrue();
        assertThat(access.isWiderThan(8, 20).isUnknown()).isTrue();
        assertThat(access.hasReserved().isUnknown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "10.20.0.0/16",
                "172.16.0.0/12",
                "172.31.4.0/24",
                "192.168.1.0/24",
                "127.0.0.1/32",
                "169.254.0.0/16",
                "224.0.0.0/4",
                "fd00::/8",
                "fe80::/10",
                "ff00::/8"
            })
    void privateAndReservedRangesAreSeen(String cidr) {
        assertThat(access("203.0.113.0/24", cidr).hasReserved().isTrue()).isTrue();
        assertThat(access("203.0.113.0/24", cidr).reserved()).isEqualTo(cidr);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "8.8.8.0/24", "172.32.0.0/12", "192.169.0.0/16", "2001:db8::/32"})
    void publicRangesAreNotReserved(String cidr) {
        assertThat(access(cidr).hasReserved().isFalse()).isTrue();
    }

    @Test
    void textThatIsNoBlockIsInvalid() {
        ApiEndpoint access = access("203.0.113.0/24", "203.0.113.7", "office");
        assertThat(access.hasInvalid().isTrue()).isTrue();
        assertThat(access.invalid()).isEqualTo("203.0.113.7, office");
        assertThat(access.hasInvalid().grounds()).extracting(Ground::value).containsExactly("203.0.113.7", "office");
    }

    @Test
    void hostBitsAreNamed() {
        assertThat(access("198.51.100.7/24").withHostBits()).isEqualTo("198.51.100.7/24");
        assertThat(access("198.51.100.7/24").hasHostBits().isTrue()).isTrue();
        assertThat(access("198.51.100.7/24").hasInvalid().isFalse()).isTrue();
    }
}
