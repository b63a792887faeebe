provider "aws" {
  region = "eu-central-1"
}

# the control plane reaches port 443 of the nodes, and the pods of the webhook listen on 9443
module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "~> 20.31"
  cluster_name    = "orders"
  cluster_version = "1.35"
  vpc_id          = "vpc-0c41d7f0b2a96e358"
  subnet_ids      = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]

  node_security_group_enable_recommended_rules = false
  node_security_group_additional_rules = {
    egress_all = {
      type        = "egress"
      protocol    = "-1"
      from_port   = 0
      to_port     = 0
      cidr_blocks = ["0.0.0.0/0"]
    }
  }

  eks_managed_node_groups = {
    workers = {
      instance_types = ["m7i.large"]
    }
  }
}
