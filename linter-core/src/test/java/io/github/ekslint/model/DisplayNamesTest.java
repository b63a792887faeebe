package io.github.ekslint.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Cluster       | Cluster/${NAME}                 | ${NAME}
            Cluster       | Cluster/?                       | the cluster
            NodeGroup     | NodeGroup/#1                    | #1
            NodeGroup     | NodeGroup/ng-1                  | ng-1
            Vpc           | Vpc                             | the VPC
            Vpc           | Cluster/blue/Vpc                | the VPC of blue
            Vpc           | Cluster/?/Vpc                   | the VPC of the cluster
            Subnet        | Subnet/public/zone-1            | public subnet zone-1
            Subnet        | Subnet/private/us-east-1a       | private subnet us-east-1a
            Subnet        | Subnet/? of Cluster/blue        | a subnet of blue
            Subnet        | Subnet/NodeGroup/blue/workers#1 | a subnet of workers
            RouteTable    | RouteTable/private/us-east-1a   | private route table us-east-1a
            SecurityGroup | SecurityGroup/shared-node       | shared-node
            KmsKey        | KmsKey/? of Cluster/blue        | a KMS key of blue
            """)
    void aKeyBecomesWords(String kind, String key, String words) {
        assertThat(DisplayNames.of(kind, key, null)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Subnet  | stack.yaml#PrivateA | PrivateA  | PrivateA
            Vpc     | stack.yaml#Eks/Vpc  | Eks       | the VPC of Eks
            Cluster | Cluster/?           | NodeGroup | the cluster of NodeGroup
            """)
    void anAddressIsTheNameOfWhatItIsTheAddressOf(String kind, String key, String address, String words) {
        assertThat(DisplayNames.of(kind, key, address)).isEqualTo(words);
    }
}
