package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ekslint.model.IdentityProviderConfig;
import io.github.ekslint.model.NatGateway;
import io.github.ekslint.model.TransitGatewayVpcAttachment;
import org.junit.jupiter.api.Test;

/** Identity providers, attachments to transit gateways and Elastic IPs. */
class BesideTheClusterTest {

    @Test
    void anIdentityProviderBelongsToItsCluster() {
        IdentityProviderConfig config = ReadPlan.source(
                        """
                        resource "aws_eks_cluster" "c" {
                          name = "c"
                        }
                        resource "aws_eks_identity_provider_config" "k" {
                          cluster_name = aws_eks_cluster.c.name
                          oidc {
                            identity_provider_config_name = "keycloak"
                            issuer_url                    = "https://login.example.com"
                          }
                        }
                        """)
                .one(IdentityProviderConfig.class, "aws_eks_identity_provider_config.k");

        assertThat(config.cluster()).isEqualTo("Cluster/aws_eks_cluster.c");
        assertThat(config.identityProviderConfigName().known()).contains("keycloak");
        assertThat(config.issuerUrl().known()).contains("https://login.example.com");
    }

    @Test
    void anAttachmentJoinsSubnetsAVpcAndATransitGateway() {
        TransitGatewayVpcAttachment attachment = ReadPlan.source(
                        """
                        resource "aws_eks_cluster" "c" {}
                        resource "aws_vpc" "v" {}
                        resource "aws_subnet" "s" {
                          count  = 2
                          vpc_id = aws_vpc.v.id
                        }
                        resource "aws_ec2_transit_gateway_vpc_attachment" "a" {
                          transit_gateway_id = "tgw-1"
                          vpc_id             = aws_vpc.v.id
                          subnet_ids         = aws_subnet.s[*].id
                        }
                        """)
                .one(TransitGatewayVpcAttachment.class, "aws_ec2_transit_gateway_vpc_attachment.a");

        assertThat(ReadPlan.address(attachment.transitGateway())).isEqualTo("tgw-1");
        assertThat(ReadPlan.address(attachment.vpc())).isEqualTo("aws_vpc.v");
        assertThat(ReadPlan.addresses(attachment.subnets())).containsExactly("aws_subnet.s[0]", "aws_subnet.s[1]");
    }

    @Test
    void theAddressOfANatGatewayIsThatOfItsElasticIp() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .create("aws_eks_cluster.c", "{\"name\": \"c\"}", "{\"id\": true}", "{}")
                .change(
                        "aws_eip.e",
                        "\"no-op\"",
                        "{\"id\": \"eipalloc-1\", \"public_ip\": \"203.0.113.4\"}",
                        "{}",
                        "{}")
                .create("aws_nat_gateway.n", "{\"allocation_id\": \"eipalloc-1\"}", "{\"id\": true}", "{}"));

        assertThat(read.all(NatGateway.class).get(0).publicIps().items())
                .extracting(ip -> ip.known().orElse("?"))
                .containsExactly("203.0.113.4");
    }
}
