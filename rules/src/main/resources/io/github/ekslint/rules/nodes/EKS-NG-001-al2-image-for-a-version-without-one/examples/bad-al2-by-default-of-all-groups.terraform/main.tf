provider "aws" {
  region = "eu-west-1"
}

module "eks" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name    = "orders"
  cluster_version = "1.33"
  vpc_id          = "vpc-0a1b2c3d4e5f60718"
  subnet_ids      = ["subnet-0a1b2c3d4e5f60718", "subnet-0b1c2d3e4f5061728"]

  eks_managed_node_group_defaults = {
    ami_type = "AL2_x86_64" # expect: fail violated
  }

  eks_managed_node_groups = {
    general = {
      instance_types = ["m6i.large"]
    }
  }
}
