provider "aws" {
  region = "eu-central-1"
}

# the recommended rules of the module let the control plane in on 9443
module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "~> 20.31"
  cluster_name    = "orders"
  cluster_version = "1.35"
  vpc_id          = "vpc-0c41d7f0b2a96e358"
  subnet_ids      = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]


  eks_managed_node_groups = {
    workers = {
      instance_types = ["m7i.large"]
    }
  }
}
