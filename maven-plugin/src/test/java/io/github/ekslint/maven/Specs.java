package io.github.ekslint.maven;

/** Small specs. */
final class Specs {

    /** Violates EKS-NET-001 at line 8, column 5. */
    static final String BAD =
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

    /** Fulfils it. */
    static final String GOOD = BAD.replaceFirst("az: eu-central-1a", "az: eu-central-1b");

    private Specs() {}
}
