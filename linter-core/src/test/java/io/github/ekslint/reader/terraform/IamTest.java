package io.github.ekslint.reader.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ekslint.model.IamPolicy;
import io.github.ekslint.model.IamRole;
import io.github.ekslint.model.KmsKey;
import io.github.ekslint.model.Listing;
import io.github.ekslint.model.PolicyStatement;
import io.github.ekslint.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles with their policies, and keys. */
class IamTest {

    private static final String CLUSTER =
            """
            resource "aws_eks_cluster" "this" {
              name     = "shop"
              role_arn = aws_iam_role.cluster.arn
              vpc_config { subnet_ids = ["subnet-1"] }
              encryption_config {
                resources = ["secrets"]
                provider { key_arn = aws_kms_key.eks.arn }
              }
            }
            resource "aws_kms_key" "eks" {}
            resource "aws_eks_node_group" "nodes" {
              cluster_name  = aws_eks_cluster.this.name
              node_role_arn = aws_iam_role.nodes.arn
              subnet_ids    = ["subnet-1"]
            }
            data "aws_partition" "current" {}
            data "aws_iam_policy_document" "cluster" {
              statement {
                actions = ["sts:AssumeRole", "sts:TagSession"]
                dynamic "principals" {
                  for_each = ["eks.${data.aws_partition.current.dns_suffix}"]
                  content {
                    type        = "Service"
                    identifiers = [principals.value]
                  }
                }
              }
              statement {
                effect  = "Deny"
                actions = ["sts:SetSourceIdentity"]
                principals {
                  type        = "Service"
                  identifiers = ["ec2.amazonaws.com"]
                }
              }
            }
            resource "aws_iam_role" "cluster" {
              assume_role_policy = data.aws_iam_policy_document.cluster.json
            }
            resource "aws_iam_role" "nodes" {
              name = "nodes"
              assume_role_policy = jsonencode({
                Statement = {
                  Effect    = "Allow"
                  Action    = "sts:AssumeRole"
                  Principal = { Service = "ec2.${data.aws_partition.current.dns_suffix}" }
                }
              })
            }
            """;

    private static IamRole role(ReadPlan read, String user) {
        return read.one(IamRole.class, user);
    }

    private static List<String> known(Listing<Value<String>> texts) {
        return texts.items().stream().map(v -> v.known().orElse("?")).toList();
    }

    @Test
    void aPolicyDocumentSaysWhichServicesMayAssumeTheRole() {
        IamRole role = role(ReadPlan.source(CLUSTER), "aws_eks_cluster.this");

        assertThat(known(role.trustedServices())).containsExactly("eks.amazonaws.com");
        assertThat(known(role.trustActions())).containsExactly("sts:AssumeRole", "sts:TagSession");
    }

    @Test
    void thePartitionDoesNotMatter() {
        ReadPlan read = ReadPlan.source(
                CLUSTER
                        + """
                        resource "aws_iam_role_policy_attachment" "nodes" {
                          role       = aws_iam_role.nodes.name
                          policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonEKSWorkerNodePolicy"
                        }
                        """);
        IamRole role = role(read, "aws_eks_node_group.nodes");

        assertThat(known(role.trustedServices())).containsExactly("ec2.amazonaws.com");
        assertThat(known(role.attachedPolicyArns()))
                .containsExactly("arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy");
    }

    @Test
    void aPolicyOfOnesOwnIsReadThoughItsArnIsNotKnown() {
        ReadPlan read = ReadPlan.source(
                CLUSTER
                        + """
                        resource "aws_iam_policy_attachment" "pull" {
                          name       = "pull"
                          roles      = [aws_iam_role.nodes.name]
                          policy_arn = aws_iam_policy.pull.arn
                        }
                        resource "aws_iam_policy" "pull" {
                          policy = data.aws_iam_policy_document.pull.json
                        }
                        data "aws_iam_policy_document" "pull" {
                          source_policy_documents = [jsonencode({
                            Statement = [{ Effect = "Allow", Action = ["ecr:BatchGetImage"], Resource = var.repository }]
                          })]
                          statement {
                            actions   = ["ecr:GetAuthorizationToken"]
                            resources = ["*"]
                          }
                        }
                        variable "repository" {}
                        """);
        IamPolicy policy = read.all(IamPolicy.class).get(0);
        Value<String> attached = role(read, "aws_eks_node_group.nodes")
                .attachedPolicyArns()
                .items()
                .get(0);

        assertThat(Value.same("arn", attached, policy.arn()).isTrue()).isTrue();
        assertThat(policy.statements().items())
                .extracting(s -> known(s.actions()), PolicyStatement::narrowed)
                .containsExactly(
                        tuple(List.of("ecr:BatchGetImage"), true), tuple(List.of("ecr:GetAuthorizationToken"), false));
    }

    @Test
    void aPolicyThatIsWrittenIntoARoleIsTheRoles() {
        ReadPlan read = ReadPlan.source(
                CLUSTER
                        + """
                        resource "aws_iam_role_policy" "logs" {
                          role   = aws_iam_role.nodes.id
                          policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }] })
                        }
                        """);
        IamRole role = role(read, "aws_eks_node_group.nodes");
        IamPolicy policy = read.all(IamPolicy.class).get(0);

        assertThat(Value.same("role", role.roleName(), policy.roleName()).isTrue())
                .isTrue();
        assertThat(Value.same("name", role.inlinePolicyNames().items().get(0), policy.policyName())
                        .isTrue())
                .isTrue();
        assertThat(known(policy.statements().items().get(0).notActions())).containsExactly("iam:*");
    }

    @Test
    void aPlannedPolicyDocumentIsReadByItsStatements() {
        ReadPlan read = ReadPlan.of(new PlanText()
                .create(
                        "aws_eks_cluster.this",
                        "{\"name\": \"prod\"}",
                        "{\"id\": true, \"role_arn\": true}",
                        "{\"name\": {}, \"role_arn\": {\"references\": [\"aws_iam_role.a.arn\", \"aws_iam_role.a\"]}}")
                .create(
                        "aws_iam_role.a",
                        "{\"name\": \"a\"}",
                        "{\"id\": true, \"arn\": true, \"assume_role_policy\": true}",
                        "{\"name\": {}, \"assume_role_policy\": {\"references\":"
                                + " [\"data.aws_iam_policy_document.a.json\", \"data.aws_iam_policy_document.a\"]}}")
                .change(
                        "data.aws_iam_policy_document.a",
                        "\"read\"",
                        "{\"statement\": [{\"effect\": \"Allow\", \"actions\": [\"sts:AssumeRole\"],"
                                + " \"principals\": [{\"type\": \"Service\", \"identifiers\": [\"eks.amazonaws.com\"]}]}]}",
                        "{\"id\": true, \"json\": true, \"minified_json\": true}",
                        "{\"statement\": []}"));

        assertThat(known(role(read, "aws_eks_cluster.this").trustedServices())).containsExactly("eks.amazonaws.com");
    }

    @Test
    void theRoleOfSelfManagedNodesIsThatOfTheirInstanceProfile() {
        ReadPlan read = ReadPlan.source(
                CLUSTER
                        + """
                        resource "aws_autoscaling_group" "own" {
                          launch_template { id = aws_launch_template.own.id }
                          tag {
                            key   = "kubernetes.io/cluster/shop"
                            value = "owned"
                          }
                        }
                        resource "aws_launch_template" "own" {
                          iam_instance_profile { name = aws_iam_instance_profile.own.name }
                        }
                        resource "aws_iam_instance_profile" "own" { role = aws_iam_role.nodes.name }
                        """);

        assertThat(role(read, "aws_autoscaling_group.own").roleName().known()).contains("nodes");
    }

    @Test
    void aKeyOfThisConfigurationIsEnabled() {
        KmsKey key = ReadPlan.source(CLUSTER).all(KmsKey.class).get(0);

        assertThat(key.keyState().known()).contains("Enabled");
        assertThat(key.keySpec().known()).contains("SYMMETRIC_DEFAULT");
        assertThat(key.keyUsage().known()).contains("ENCRYPT_DECRYPT");
    }

    @Test
    void aPolicyOfTheAccountIsTheOneOfThatName() {
        ReadPlan read = ReadPlan.source(
                CLUSTER
                        + """
                        data "aws_caller_identity" "current" {}
                        resource "aws_iam_policy" "cni" {
                          name   = "AmazonEKS_CNI_IPv6_Policy"
                          policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ec2:AssignIpv6Addresses"], Resource = "*" }] })
                        }
                        resource "aws_iam_role_policy_attachment" "cni" {
                          role       = aws_iam_role.nodes.name
                          policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/AmazonEKS_CNI_IPv6_Policy"
                        }
                        """);

        IamPolicy policy = read.all(IamPolicy.class).get(0);
        assertThat(role(read, "aws_eks_node_group.nodes").attachedPolicyArns().items())
                .singleElement()
                .satisfies(arn -> assertThat(((Value.Unresolved<String>) arn).symbol())
                        .isEqualTo(((Value.Unresolved<String>) policy.arn()).symbol()));
    }
}
