package io.github.ekslint.topology;

import io.github.ekslint.model.SecurityGroupRule;
import io.github.ekslint.model.Truth;
import io.github.ekslint.reference.PortRule;
import java.util.Locale;

/**
 * The first packet of a connection. Security groups keep state, so the answers need no rules of their own.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param port the destination port
 * @param ipv6 whether it may travel over IPv6
 */
record Packet(String protocol, int port, boolean ipv6) {

    private static final int ALL = -1;

    static Packet of(PortRule rule, boolean ipv6) {
        return new Packet(rule.protocol(), rule.port(), ipv6);
    }

    /** Protocol and port, such as {@code tcp/443}. */
    String shown() {
        return protocol + "/" + port;
    }

    /** Whether a rule speaks of such packets, whatever its peer. */
    Truth fits(SecurityGroupRule rule) {
        Truth everything = rule.protocol().is("ipProtocol", p -> p.strip().equals("-1") || p.equalsIgnoreCase("all"));
        Truth protocolFits = rule.protocol().is("ipProtocol", p -> name(p).equals(protocol));
        Truth portFits = rule.fromPort()
                .isPresent("fromPort")
                .not()
                .or(rule.fromPort()
                        .is("fromPort", p -> p == ALL || p <= port)
                        .and(rule.toPort()
                                .isPresent("toPort")
                                .not()
                                .or(rule.toPort().is("toPort", p -> p == ALL || p >= port))));
        return everything.or(protocolFits.and(portFits));
    }

    /** The protocol's name; AWS also takes its number. */
    private static String name(String protocol) {
        return switch (protocol.strip()) {
            case "6" -> "tcp";
            case "17" -> "udp";
            default -> protocol.strip().toLowerCase(Locale.ROOT);
        };
    }
}
