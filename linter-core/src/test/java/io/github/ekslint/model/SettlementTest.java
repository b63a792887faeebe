package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Settlement WHOLE = Settlement.command("aws eks describe-cluster --name prod");
    private static final Settlement BLANK = Settlement.command("aws ec2 describe-vpcs --vpc-ids <vpcId>");
    private static final Settlement QUERY =
            Settlement.command("aws ec2 describe-images --query 'Images[?Size<`8`]' --owners self");

    @Test
    void aCommandWithABlankWaitsForWhatTheOthersTell() {
        assertThat(Settlement.ready(List.of(BLANK, WHOLE))).containsExactly(WHOLE);
        assertThat(Settlement.ready(List.of(BLANK))).containsExactly(BLANK);
        assertThat(Settlement.ready(List.of(QUERY, WHOLE))).containsExactly(QUERY, WHOLE);
        assertThat(Settlement.ready(List.of())).isEmpty();
    }

    @Test
    void aNameIsOneWordOfAShell() {
        assertThat(Settlement.word("prod-1")).isEqualTo("prod-1");
        assertThat(Settlement.word("it's; rm")).isEqualTo("'it'\\''s; rm'");
    }
}
