package io.github.ekslint.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.Attributes;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeAddressesTest {

    @Test
    void theRecordedNumberCounts() {
        FreeAddresses addresses = of(Given.with(Subnet.AVAILABLE_IP_ADDRESS_COUNT, 7));

        assertThat(addresses.atLeast(7).isTrue()).isTrue();
        assertThat(addresses.atLeast(8).isFalse()).isTrue();
        assertThat(addresses.recordedBelow(8).isTrue()).isTrue();
        assertThat(addresses).hasToString("7");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/28, 11", "10.0.0.0/24, 251", "10.0.0.0/30, 0", "10.0.0.0/32, 0", "0.0.0.0/0, 4294967291"})
    void aNewSubnetHasAllThatAwsLeaves(String cidr, long free) {
        FreeAddresses addresses = of(Given.with(Subnet.CIDR_BLOCK, cidr).set(Subnet.IS_NEW, Given.observed(true)));

        assertThat(addresses.least()).isEqualTo(free);
        assertThat(addresses.most()).isEqualTo(free);
        assertThat(addresses.recordedBelow(Long.MAX_VALUE).isFalse()).isTrue();
    }

    @Test
    void ofASubnetThatIsUsedTheSizeIsAnUpperBound() {
        FreeAddresses addresses = of(Given.with(Subnet.CIDR_BLOCK, "10.0.0.0/28"));

        assertThat(addresses.atLeast(6).isUnknown()).isTrue();
        assertThat(addresses.atLeast(12).isFalse()).isTrue();
        assertThat(Given.commands(addresses.atLeast(6)))
                .containsExactly("aws ec2 describe-subnets --subnet-ids subnet-1 --output json");
        assertThat(addresses).hasToString("at most 11");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0", "300.0.0.0/24", "2001:db8::/64", "soon", "''"})
    void whatIsNoIpv4BlockSaysNothing(String cidr) {
        FreeAddresses addresses = of(Given.with(Subnet.CIDR_BLOCK, cidr).set(Subnet.IS_NEW, Given.observed(true)));

        assertThat(addresses.atLeast(1).isUnknown()).isTrue();
        assertThat(addresses.most()).isEqualTo(Long.MAX_VALUE);
    }

    private static FreeAddresses of(Attributes.Builder attributes) {
        attributes.set(Subnet.SUBNET_ID, Value.explicit("subnet-1", Given.PLACE));
        return new FreeAddresses(new Given()
                .subnet("subnet-1", attributes)
                .estate()
                .all(Subnet.class)
                .get(0));
    }
}
