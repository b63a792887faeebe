package io.github.ekslint.cli;

/** Small specs for tests of the command line. */
final class Specs {

    /** Violates EKS-NET-001. */
    static final String ONE_ZONE =
            """
            apiVersion: eksctl.io/v1alpha5
            kind: ClusterConfig
            metadata:
              name: orders
              region: eu-central-1
            vpc:
              id: vpc-0c41d7f0b2a96e358
              subnets:
                private:
                  workers: { id: subnet-07a1e5c9d3b24f601, az: eu-central-1a }
                  spare: { id: subnet-0d92b6f1a87c3e540, az: eu-central-1a }
            """;

    /** Leaves EKS-NET-001 unknown. */
    static final String UNKNOWN_ZONES = ONE_ZONE.replace(", az: eu-central-1a", "");

    /** Fulfils EKS-NET-001. */
    static final String TWO_ZONES = ONE_ZONE.replaceFirst("az: eu-central-1a", "az: eu-central-1b");

    /** A cluster spec that cannot be parsed. */
    static final String BROKEN =
            """
            apiVersion: eksctl.io/v1alpha5
            kind: ClusterConfig
            metadata: {name: orders
            """;

    /** Recorded: makes {@link #UNKNOWN_ZONES} violate EKS-NET-001. */
    static final String SUBNETS_IN_ONE_ZONE =
            """
            {"Subnets": [
              {"SubnetId": "subnet-07a1e5c9d3b24f601", "VpcId": "vpc-0c41d7f0b2a96e358",
               "AvailabilityZone": "eu-central-1a", "AvailabilityZoneId": "euc1-az2"},
              {"SubnetId": "subnet-0d92b6f1a87c3e540", "VpcId": "vpc-0c41d7f0b2a96e358",
               "AvailabilityZone": "eu-central-1a", "AvailabilityZoneId": "euc1-az2"}
            ]}
            """;

    private Specs() {}
}
