from django.urls import path

from coordination.records.views import job

app_name = "records"
urlpatterns = [
    path("<int:pk>/", job.show, name="job"),
    path("<int:pk>/tila/", job.state, name="job_state"),
    path("<int:pk>/tulos/", job.result, name="job_result"),
]
