provider "aws" {
  region = "eu-central-1"
}

resource "aws_eks_cluster" "orders" {
  name     = "orders"
  version  = "1.35"
  role_arn = "arn:aws:iam::111122223333:role/orders-cluster"

  vpc_config {
    subnet_ids = ["subnet-07a1e5c9d3b24f601", "subnet-0d92b6f1a87c3e540"]
  }
}

resource "aws_eks_identity_provider_config" "keycloak" {
  cluster_name = aws_eks_cluster.orders.name

  oidc {
    identity_provider_config_name = "keycloak"
    client_id                     = "kubernetes"
    issuer_url                    = "http://login.example.com/realms/staff" # expect: fail insecure
  }
}
