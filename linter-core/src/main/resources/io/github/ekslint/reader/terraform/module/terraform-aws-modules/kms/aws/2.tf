# version 2: as all others
