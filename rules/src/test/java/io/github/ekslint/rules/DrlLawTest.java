package io.github.ekslint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law that keeps two-valued logic out of rules catches what it is there for. */
class DrlLawTest {

    private static String rule(String left, String right) {
        return "package x\nrule \"EKS-X-001 some-name\"\n    @id(\"EKS-X-001\")\nwhen\n" + left + "\nthen\n" + right
                + "\nend\n";
    }

    @Test
    void aJoinByKeyIsLawful() {
        String drl = rule(
                "$cluster : Cluster( $key : key )\nClusterSubnet( cluster == $key )\nParameters( rule == \"EKS-X-001\" )",
                "verdicts.on(drools.getRule(), $cluster).require($cluster.x());");
        assertThat(DrlLaw.violations("EKS-X-001", drl)).isEmpty();
    }

    @Test
    void anAccessorMayBeAccumulated() {
        String drl = rule(
                "$cluster : Cluster( $key : key )\naccumulate( ClusterSubnet( cluster == $key, $one : isPublic() ); $any :"
                        + " anyOf($one) )",
                "verdicts.on(drools.getRule(), $cluster).forbid(\"violated\", $any);");
        assertThat(DrlLaw.violations("EKS-X-001", drl)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accumulate( ClusterSubnet( cluster == $key, $one : isPublic($outer) ); $any : anyOf($one) )",
                "accumulate( ClusterSubnet( cluster == $key, $one : isPublic() ); $any : anyOf($one.and($outer)) )",
                "accumulate( ClusterSubnet( cluster == $key ); $any : anyOf($outer) )",
                "not ClusterSubnet( cluster == $key )",
                "exists Subnet( cluster == $key )",
                "Cluster( version == \"1.30\" )",
                "Cluster( name.known().get() == $name )",
                "Subnet( availableIpAddressCount < 5 )",
                "forall( Subnet( cluster == $key ) )",
                "Cluster( endpointPublicAccess == true )",
                "eval( true )"
            })
    void aLeakIsCaught(String left) {
        String drl = rule(left, "verdicts.on(drools.getRule(), $cluster).require($truth);");
        assertThat(DrlLaw.violations("EKS-X-001", drl)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Object());",
                "verdicts.on(drools.getRule(), $a).require($t); verdicts.on(drools.getRule(), $b).require($t);",
                "if (true) { verdicts.on(drools.getRule(), $a).require($t); }"
            })
    void aRightHandSideThatDoesMoreIsCaught(String right) {
        assertThat(DrlLaw.violations("EKS-X-001", rule("$a : Cluster( )", right)))
                .isNotEmpty();
    }
}
