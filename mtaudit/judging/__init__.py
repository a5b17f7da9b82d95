"""The stages that judge: what each detector claims, what becomes of the claims, and the audit made of them."""
