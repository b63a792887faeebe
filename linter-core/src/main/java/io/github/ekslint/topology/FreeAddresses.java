package io.github.ekslint.topology;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.ekslint.model.Ground;
import io.github.ekslint.model.Logic;
import io.github.ekslint.model.Subnet;
import io.github.ekslint.model.Truth;
import io.github.ekslint.model.Value;
import java.util.List;
import java.util.OptionalLong;

/**
 * The free IPv4 addresses of a subnet: observed; else, where the spec creates the subnet, all that AWS leaves of its CIDR
 * block; else not more than that.
 */
public record FreeAddresses(Subnet subnet) {

    /**
     * The first four addresses and the last of every subnet belong to AWS
     * (<a href="https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html">VPC User Guide, subnet sizing</a>).
     */
    private static final long RESERVED = 5;

    /** Whether the number is recorded rather than worked out. */
    public boolean observed() {
        return subnet.availableIpAddressCount().known().isPresent();
    }

    /** So many at least. */
    public long least() {
        if (observed()) {
            return subnet.availableIpAddressCount().known().orElse(0);
        }
        return isNew() ? capacity().orElse(0) : 0;
    }

    /** So many at most; {@link Long#MAX_VALUE} when nothing limits them. */
    public long most() {
        return observed() ? least() : capacity().orElse(Long.MAX_VALUE);
    }

    /** Whether there are at least so many. */
    public Truth atLeast(long count) {
        Value<Integer> value = subnet.availableIpAddressCount();
        Truth recorded = value.is("availableIpAddressCount", n -> n >= count);
        if (value instanceof Value.Known<Integer> || value instanceof Value.Choice<Integer>) {
            return recorded;
        }
        if (least() >= count || most() < count) {
            return Truth.of(least() >= count, ground());
        }
        return Truth.of(
                Logic.UNKNOWN,
                List.of((isNew() ? subnet.cidrBlock() : value)
                        .ground(isNew() ? "cidrBlock" : "availableIpAddressCount")));
    }

    /** Whether fewer are recorded; what is worked out from a CIDR block is not held against a recommendation. */
    public Truth recordedBelow(long count) {
        return isNew() ? Truth.no() : subnet.availableIpAddressCount().is("availableIpAddressCount", n -> n < count);
    }

    /** This number as a ground. */
    public Ground ground() {
        return observed()
                ? subnet.availableIpAddressCount().ground("availableIpAddressCount of " + subnet.displayName())
                : subnet.cidrBlock().ground("cidrBlock of " + subnet.displayName());
    }

    /** The number as a message shows it. */
    @Override
    public String toString() {
        if (least() == most()) {
            return Long.toString(least());
        }
        return most() == Long.MAX_VALUE ? "an unknown number of" : "at most " + most();
    }

    private boolean isNew() {
        return subnet.isNew().known().orElse(false);
    }

    /** Empty when the CIDR block is not known, or is none. */
    private OptionalLong capacity() {
        return subnet.cidrBlock().known().map(FreeAddresses::capacity).orElse(OptionalLong.empty());
    }

    private static OptionalLong capacity(String cidr) {
        IPAddress block = new IPAddressString(cidr).getAddress();
        if (block == null || !block.isIPv4() || block.getNetworkPrefixLength() == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.max(0, (1L << (32 - block.getNetworkPrefixLength())) - RESERVED));
    }
}
