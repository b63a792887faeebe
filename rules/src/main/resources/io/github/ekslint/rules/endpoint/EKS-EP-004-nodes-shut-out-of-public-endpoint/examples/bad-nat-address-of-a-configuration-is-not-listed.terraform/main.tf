provider "aws" {
  region = "eu-central-1"
}

locals {
  subnet_ids = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/eks-cluster"

  vpc_config {
    subnet_ids          = local.subnet_ids
    public_access_cidrs = ["198.51.100.0/24"] # expect: fail
  }
}

resource "aws_eks_node_group" "workers" {
  cluster_name    = aws_eks_cluster.orders.name
  node_group_name = "workers"
  node_role_arn   = "arn:aws:iam::111122223333:role/eks-nodes"
  subnet_ids      = local.subnet_ids

  scaling_config {
    min_size     = 2
    max_size     = 4
    desired_size = 2
  }
}
